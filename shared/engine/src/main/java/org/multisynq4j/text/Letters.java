package org.multisynq4j.text;

/** Which code points are letters or decimal digits: Unicode 16, as {@code Character} of JDK 25 has it, so the same on older and other platforms. */
final class Letters {
    /** Runs of letters: how many code points lie before each, and its length. */
    private static final String LETTERS =
            "D%=)=R$$-$'$(:$B$M1'/1(*$$$D'($%%'$$)$$&$$$7$V%$N'+I($I$%$)L$J%>''P$N$F$%$F&$$2%*%-&%$3$$A@]%.$;D$,%"
                    + "'$(9'$,$&$:<*.(;$)4M$^$Y$&$5$*-23'+%%%9$*$$&'&$3$0%$&1%-$+)'%%9$*$%$%$%B'$$6&3,$&$9$*$%$(&$5$2%:$.+%"
                    + "%%9$*$%$(&$A%$&2$4$$)&&$'&%$$$%&%&&&/9$W$+$&$:$3&$=&%$%%A$'+$&$:$-$(&$B%$%2%4,$&$L$%$3$(&+&;)(5&;$,$"
                    + "$%*^$S$$%/*^$%$$$($;$$$-$%,$%($$8'C$$c$+$G$>(V&N$7$3)''&$&%*&'0/$4I$$$($%N$$P-$'%*$$$'%L$$'%D$$'%*$$"
                    + "$'%2$]$$'%F%H$33Y%%)&O6%4$=(N%)+*5061510$&2W$F$$'$F%]%*(%E$$$(I%-BT$A%(.O$'=Y$:,X$U%$a%R$4+Y$A0%-O$="
                    + "G$L$&-G$%.(N$%&L$'$)$%&$(C)C%Y+%)%I$%)%+$$$$$$$B%X$$*$$&&$*&'%)'0(&$*W&$0$30H&$'$%-$$&()$$$$$$'$.%'("
                    + "('$W$%_V%H*)'&%/I$$$($%[$*$3:,*$*$*$*$*$*$*$*S%$X1%M$((%'Y%)&$^%$'(N$$b%4C$S$3C3CQ)C%PW8F%Q$%P+&3-%7"
                    + "R$3B%I%T$,%J&%F%%%$$$+83$&$'$:@W$1U$b$)&$$%.?-:<@*R$?$3($--($L$:&$+7:&$&U$$$&%%(%$$$;&%.*&/)%)%),*$*"
                    + "$N$$1)V&@Ga-/:'T$GK+Q.%M&I$*/(($$-$0$($$$%$%$O&D$N.5C%%Y$K$/W&($J'G$=)=.]%&)%)%)%&F$/$=$6$%$2%1E$_&H"
                    + "/@&T$R$C$07$+)I$-A%G$'+S$b'5G$'G$'K$+W$/.$2$*$%$.$2$*$%&W$/Z,,9-+;)$M$$,H%)%$$O$$%&$%:-:,BD%6$%-9-=I"
                    + "%[$)%C%$2'$&$@M$@&@F$+$?>Y$-9-605Q&L%Z$V$0V$0G$I$?,:^*M$)%3&_$@-$+9M$5Q$8>:/X$]$%%$0P$C$<=G$@$%$+F$&"
                    + "$/S$1'8$$$F$5$<6%c$*$$$'$2$-*R$I$+%%%9$*$%$(&$5$/(A-$$%$$I$$$<$$$O$X$5'7&AS$7%$$[(R$L$'G$S$7$_$N$0$J"
                    + "%>H$*](O$W&C%B+%$%+$%$;2$$$b%+%J$3$$$?$-K$*$8$.Q$6$5L%J)D$B,$H$4$T$AS&*$%$I$8$<)$%$C$1$J-62$$0$E$`&$"
                    + "R%^?I*G)OU%D&2SD$4)<_`&(J5]X)AEZ$]4*B4R%4A5S$3'B8(6S0P$V)C%C'N%($E%0C%%$$?[c(+YI$L$-JZ+'$*$%$F,2$@&%"
                    + "$1'+O/GK%N&(0&,*-I_(X%$J%$%%$%%%'$/$$$*$D%$'%+$*$?$'$($$&*$W-%<$<$B$<$B$<$B$<$B$<$+W]$B))H+b$U'P$-*3"
                    + "$D-A5O$G2?G*A%$R2*$'$%$2$H)_$G%*$WH$'$>$%$$%$$-$'$$$$)$'$$$$$$&$%$$%$$$$$$$$$$%$$%'$*$'$'$$$-$4(&$($"
                    + "4GM'CZL$C$^D')b)%EW(1TL*2Q6EP%b3ER$N^'(CF'";

    /** Runs of decimal digits (category Nd). */
    private static final String DIGITS =
            "S$-IT$-I'-I)-`/-Y&-Y&-Y&-Y&-Y&-Y&-Y&-Y&-Y&-C&-Y&-I%-Y+-I%-I^$-I$-O,-C'-I(-)-Y(-Y%-I'-)-IQE$-I8-I$-I)"
                    + "-9-Y%-Y/-Y[7-IO$-IG%-)-`;-C'-`$-S'-Y+-Y--Y&-Y.-I&-)7O%-I0-I&-Y7-Y%-Y*-I%-I0-YQ3-IL%-Y%-I'-Y3-Y_:-WY%"
                    + "U$CM%-I0-Y2-Z*-X=-YW'-";

    private static final int[] LETTER_ENDS = ends(LETTERS);
    private static final int[] DIGIT_ENDS = ends(DIGITS);

    private Letters() {}

    /** The ends of runs that are in turn outside and inside. */
    private static int[] ends(String packed) {
        int[][] runs = new CodePointRuns(packed).all(2);
        int[] ends = new int[2 * runs.length];
        int at = 0;
        for (int i = 0; i < runs.length; i++) {
            at += runs[i][0];
            ends[2 * i] = at;
            at += runs[i][1];
            ends[2 * i + 1] = at;
        }
        return ends;
    }

    private static boolean isInside(int[] ends, int codePoint) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (ends[middle] <= codePoint) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (low & 1) == 1;
    }

    static boolean isLetter(int codePoint) {
        return isInside(LETTER_ENDS, codePoint);
    }

    static boolean isDigit(int codePoint) {
        return isInside(DIGIT_ENDS, codePoint);
    }
}
