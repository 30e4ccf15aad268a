package dev.cadre.core.structure;

import java.util.List;
import java.util.Locale;

/** Knows the verbs with which instructions begin. */
final class Verbs {

    private static final Words IMPERATIVES = Words.of("""
            acknowledge add adjust align always analyse analyze announce answer append apply approve archive ask
            assemble assess assign audit begin benchmark break brainstorm build calculate call capture categorize
            check choose cite clarify classify clean clone close collect combine commit compare compile compute
            conduct configure confirm connect consider consolidate construct consult continue convert coordinate
            copy count craft create cross debug decide decompose deduplicate define delegate delete deliver
            deploy derive describe design detect determine develop diagnose discover discuss display divide
            document download draft edit emit enable enforce ensure enumerate escalate establish estimate
            evaluate examine execute explain explore export extend extract fetch fill filter finalize find first
            fix flag focus follow for form formulate gather generate get give group guide handle hand hide
            highlight hypothesize identify implement import improve include incorporate infer inform initialize
            inject inspect install integrate interpret interview introduce investigate invoke isolate iterate
            keep label launch learn limit link list load locate log look maintain make map mark match measure
            merge migrate mock model modify monitor move name navigate note notify observe offer open optimize
            order organize outline output parse perform pick plan prepare present prevent prioritize probe
            process produce profile propose prototype provide publish pull push put query quantify rank rate read
            rebuild recommend reconcile record refactor refine register reject release remove rename render
            repeat replace report reproduce request research resolve respond restart restate return review
            rewrite roll route run save scaffold scan schedule score search secure select send separate set setup
            share show simplify simulate sketch solve sort specify split stage start state stop store strip
            structure study submit suggest summarize support surface switch synthesize tag take tell test then
            think trace track train transform translate triage try understand unify update upload use validate
            verify visualize wait walk warn watch work wrap write erstelle prüfe lies analysiere schreibe führe
            identifiziere definiere teste plane sammle suche lis analyse vérifie crée identifie rédige lee
            analiza verifica crea identifica escribe ejecuta revisa
            """);

    private static final List<String> UNSPACED = List.of(
            "分析", "阅读", "检查", "创建", "编写", "运行", "识别", "确认", "实现", "查看", "执行", "理解", "收集", "验证", "生成", "审查", "更新", "读取",
            "开始", "使用", "定义", "设计", "测试", "提交", "输出");

    private Verbs() {}

    static boolean isImperative(String text) {
        String start = text.strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < start.length() && Character.isLetter(start.charAt(end))) {
            end++;
        }
        return IMPERATIVES.contains(start.substring(0, end))
                || UNSPACED.stream().anyMatch(start::startsWith);
    }
}
