# Runs in the sandbox: listens on 127.0.0.1 and joins each connection to the host's proxy, a socket in the file system.
#   forwarder PORT SOCKET
use strict;
use warnings;
use IO::Socket::INET;
use IO::Socket::UNIX;

my ($port, $path) = @ARGV;
$SIG{CHLD} = 'IGNORE';
my $server = IO::Socket::INET->new(Listen => 16, LocalAddr => '127.0.0.1', LocalPort => $port, ReuseAddr => 1) or exit 1;
while (1) {
    my $client = $server->accept or next;
    my $pid = fork;
    if (defined $pid && $pid == 0) {
        close $server;
        my $proxy = IO::Socket::UNIX->new(Peer => $path) or exit 1;
        my %other = (fileno($client) => $proxy, fileno($proxy) => $client);
        my $bits = '';
        vec($bits, fileno($_), 1) = 1 for $client, $proxy;
        my $open = 2;
        while ($open > 0) {
            select(my $ready = $bits, undef, undef, undef);
            for my $from ($client, $proxy) {
                next unless vec($ready, fileno($from), 1);
                my $to = $other{fileno($from)};
                my $count = sysread $from, my $buffer, 16384;
                if ($count) {
                    for (my $done = 0; $done < $count;) {
                        my $written = syswrite $to, $buffer, $count - $done, $done;
                        exit 0 unless $written;
                        $done += $written;
                    }
                } else {
                    vec($bits, fileno($from), 1) = 0;
                    shutdown $to, 1;
                    $open--;
                }
            }
        }
        exit 0;
    }
    close $client;
}
