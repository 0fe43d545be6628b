package org.multisynq4j.text;

/** Which letter stands for which in the other case: the simple mappings of Unicode 16, as {@code Character} of JDK 25 has them. */
final class LetterCase {
    /**
     * Runs of code points that move by the same distance: how many lie before each, twice one less than their number plus 1 if only every other one belongs to it,
     * and the distance (twice; for one down, less one).
     */
    private static final String LOWER =
            "D%U$C%H&O$C%$/C%D$R$%$#P/$(%%2%%P$%$#T*#(%&#G0#&%$#`/##%$%^/##%%#b'##W/##Y/##%$#^/##b/$#I0##E0##%&#I"
                    + "0##M0$#O0#(%$#W0##%$#W0%#%$#W0##%$%U0#&%$#Y0##%&#%*#'##%$#'##%$#'#4%%4%%#'#&%$#D)##R&#J$%$#F+$4%*#YE"
                    + "8##%$#H-##SE8%#%$#H/##M'##Q'#,%D,&%&#%+#K*)#O%$'M%$#C'$%b&$C$C%$3C%F$#3+:%(#Z&%#%$#0##%%'F+#AC(#b$C%"
                    + "S$D$%,X$%$#A#0%%c%%%M%C&L^%M%CI1$#CI1(#CI1U9b'CaN%#-3VG%#%)W%c_(%'c_(C-X'%,#a_1$c%%,12+-2-12+12+-2.*"
                    + "2+12;12+12+12+%2#%V'##4.)N(##4.%2#%J)/%2#%c)##0.%c*#%_*##4L,#]X1&#aN3##NG3)#[$P$AC$6#%U<U$W$S]$b%C&S"
                    + "$#%$#Pc7##NQ*##Pb7%(%$#ZD8##]c7##aD8##_D8$#%%#%+%aF8#F&%+&%'#%PMAP$%6>%J'0%&a$%-&%$#JCH%#,%'#%$#RUU%"
                    + "%&%&6%$#JWU%##aWU%##XWU%##DWU%##JWU%$#FTU%##VUU%##LTU%##C^$#2%$#c%##HWU%##RFH%#&%$#PYU%##%&#%((%$#DG"
                    + "V%;#%N]8U$C%HI$Q%S%K'I%S%`'7Q%$?Q%$/Q%$%Q%MZ$G&C'a'M$C%^]%b$C%CO8b$C%CXAE%G%";

    private static final String UPPER =
            "D&U$c$^$#QQ$M$O$c$$/c$##U*$R$$$#R1$($%2$%P$$%($##Z5##I/%&$%#$&#$(#$%#E)&#$##I-##EGV%%#G+%($%#$'#$%#$"
                    + "&&$%#$&#$$#S&(#$##&$#$##&$#$##&$2$##a'$4$%#$##&$#$&J$$&4$+#$%%bF8$#$',$##bD8##[D8##`D8##F0##_/$%]/$#"
                    + "V/$#X/##bWU%&#]/##YWU%$#a/##QYU%##SUU%##KWU%$#D0##H0##KWU%##Qc7##EWU%%#H0$#^c7##L0%#N0*#Qb7%#V0$#IWU"
                    + "%##V0&#WUU%##V0##L'#%T0##P'(#X0-#MTU%##GTU%I(#K(N$&$&#$&'G+Q$#N%#'L%$C$c$##a$#3c$##c&#%a&$#_&##T&&#a"
                    + "%##N&##2$:$##N(##c'##1##J*$#c(%#$%#$W$b$c$#Ac'$D$$,X$$%0$##@$c%$T$M%c%L^%W%C`(%'C`([:-2EG%#_I/##]I/#"
                    + "#JI/#%FI/##HI/##ZH/##LE/##G`G%$#$Q*#KCH%&#OQ*3#SFH%U&X'$(#X&(c%$#13+-3-13+13+-3.*3+13+%W'#)O(#%K)#%C"
                    + "+#%C*#%`*%13+13+13+%3$#5-#LE1'#5/%31%3&#10#5^-#Z$D$AB'#$N=U$V$I^$b%c%$#$&#XE8##RE8$($)#$%#$-F&$+&$'#"
                    + "$/M%cH1$#cH1(#cH1VKAP$$6>$J'0$&a$$-&$%,$'#$'&$##C&%6$.2$'&$%#$&#$(($=#$`=#c]$?b'c`N%D`7U$c$PI$Q%R%K'"
                    + "I%R%_'7P%$?P%$/P%$%P%F[$G&c&a&M$c$^]%b$c$CO8b$c$EXAE%F%";

    private static final int[][] TO_LOWER = runs(LOWER);
    private static final int[][] TO_UPPER = runs(UPPER);

    private LetterCase() {}

    /** First, last, step and distance of each run. */
    private static int[][] runs(String packed) {
        int[][] packedRuns = new CodePointRuns(packed).all(3);
        int[][] runs = new int[packedRuns.length][];
        int at = 0;
        for (int i = 0; i < runs.length; i++) {
            int[] run = packedRuns[i];
            int first = at + run[0];
            int step = 1 + (run[1] & 1);
            int last = first + (run[1] >> 1) * step;
            runs[i] = new int[] {first, last, step, (run[2] & 1) == 0 ? run[2] >> 1 : -(run[2] + 1 >> 1)};
            at = last + 1;
        }
        return runs;
    }

    private static int map(int[][] runs, int codePoint) {
        int low = 0;
        int high = runs.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (runs[middle][1] < codePoint) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == runs.length || codePoint < runs[low][0] || (codePoint - runs[low][0]) % runs[low][2] != 0) {
            return codePoint;
        }
        return codePoint + runs[low][3];
    }

    static int lower(int codePoint) {
        return map(TO_LOWER, codePoint);
    }

    static int upper(int codePoint) {
        return map(TO_UPPER, codePoint);
    }

    static String lower(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            out.appendCodePoint(lower(text.codePointAt(i)));
        }
        return out.toString();
    }

    static String upper(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            out.appendCodePoint(upper(text.codePointAt(i)));
        }
        return out.toString();
    }
}
