# Runs in the sandbox: sets a filter of system calls for itself and what comes after it, and becomes the command.
#   filter PRCTL FILTER COMMAND…
use strict;
use warnings;

my ($prctl, $path) = splice @ARGV, 0, 2;
open my $file, '<:raw', $path or die "the filter of system calls can't be read: $!\n";
my $filter = do { local $/; <$file> };
my $program = pack 'S x6 P', length($filter) / 8, $filter;
syscall($prctl + 0, 22, 2, $program, 0, 0) == 0 or die "the filter of system calls can't be set: $!\n";
exec { $ARGV[0] } @ARGV or die "$ARGV[0] can't be started: $!\n";
