package dev.weightscope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.arguments.DataOptions;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.SettingsText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables as the public ones are: each is read as it was meant, or refused in a sentence that says
/// what would be right. Rows are a file, options, and what is said.
class PublicShapesTest {
    @TempDir Path folder;

    @SuppressWarnings("StringConcatToTextBlock") // a file's blanks and line ends are to be seen
    private static final String[][] SHAPES = {
        {"1,2\n3,5\n", "", ", separated, no header, 2 rows x 2 columns"},
        {"a,b\n1,2\n3,5\n", "", ", separated, header, 2 rows x 2 columns"},
        {"\uFEFFa,b\r\n1,2\r\n3,5\r\n", "", ", separated, header, 2 rows x 2 columns"},
        {"a;b\n1,5;2\n3,25;5\n", "", "; separated, decimal comma, header, 2 rows x 2 columns"},
        {"a;b\n1.5;2\n3.25;5\n", "", "; separated, header, 2 rows x 2 columns"},
        {"a\tb\n1\t2\n3\t5\n", "", "tab separated, header, 2 rows x 2 columns"},
        {"a|b\n1|2\n3|5\n", "", "| separated, header, 2 rows x 2 columns"},
        {"  1.5   2\n 10.25  3\n", "", "space separated, no header, 2 rows x 2 columns"},
        {
            "18.0   8   307.0\t\"chevrolet chevelle malibu\"\n"
                    + "15.0   8   350.0\t\"buick skylark 320\"\n",
            "",
            "space separated, no header, 2 rows x 3 columns; left out: column 4 (text)"
        },
        {
            "15.26\t14.84\t\t1\n14.88\t14.57\t\t1\n13.99\t13.83\t\t2\n",
            "",
            "space separated, no header, 3 rows x 3 columns"
        },
        {
            "\"Sepal.Length\" \"Species\"\n\"1\" 5.1 \"setosa\"\n\"2\" 4.9 \"setosa\"\n",
            "",
            "space separated, header, 2 rows x 1 column; left out: column 1 (an index), Species"
                    + " (text)"
        },
        {
            "\"a\",\"b\"\n\"1\",5.1,2\n\"2\",4.9,3\n",
            "",
            ", separated, header, 2 rows x 2 columns; left out: column 1 (an index)"
        },
        {
            "M,0.455,15\nF,0.53,9\nI,0.33,7\n",
            "",
            ", separated, no header, 3 rows x 2 columns; left out: column 1 (text)"
        },
        {
            "842302,M,17.99\n842517,B,20.57\n",
            "",
            ", separated, no header, 2 rows x 2 columns; left out: column 2 (text)"
        },
        {
            "Unnamed: 0,TV,Sales\n1,230.1,22.1\n2,44.5,10.4\n",
            "",
            ", separated, header, 2 rows x 2 columns; left out: Unnamed: 0 (an index)"
        },
        {
            "rownames,speed,dist\n1,4,2\n2,4,10\n",
            "",
            ", separated, header, 2 rows x 2 columns; left out: rownames (an index)"
        },
        {
            "PassengerId,Survived,Name,Sex\n"
                    + "1,0,\"Braund, Mr. Owen\",male\n"
                    + "2,1,\"Cumings, Mrs. \"\"J\"\"\",female\n",
            "",
            ", separated, header, 2 rows x 2 columns; left out: Name (text), Sex (text)"
        },
        {
            "date,open,close\n2020-01-02,74.06,75.09\n2020-01-03,74.29,74.36\n",
            "",
            ", separated, header, 2 rows x 2 columns; left out: date (text)"
        },
        {
            "Date;Time;CO(GT)\n10/03/2004;18.00.00;2,6\n10/03/2004;19.00.00;2,25\n",
            "",
            "; separated, decimal comma, header, 2 rows x 1 column; left out: Date (text), Time"
                    + " (text)"
        },
        {
            "price,active\n\"$1,200.50\",True\n\"$900.00\",False\n",
            "",
            ", separated, header, 2 rows x 2 columns"
        },
        {
            "Preis;Menge\n1.234,50 €;2\n99,90 €;3\n",
            "",
            "; separated, decimal comma, header, 2 rows x 2 columns"
        },
        {"share,x\n12%,1\n7.5%,2\n", "", ", separated, header, 2 rows x 2 columns"},
        {
            "x,y\n(mm),(kg)\n1,2\n3,5\n",
            "",
            ", separated, header, a line of units, 2 rows x 2 columns"
        },
        {"# a b\n1 2\n3 5\n", "", "space separated, header, 2 rows x 2 columns"},
        {"#id,x,y\n1,2,3\n2,5,8\n", "", ", separated, header, 2 rows x 3 columns"},
        {
            "% note\n1,2\n% another note, with a comma, and more\n3,5\n",
            "",
            ", separated, no header, 2 rows x 2 columns"
        },
        {"sep=;\na;b\n1;2\n3;5\n", "", "; separated, header, 2 rows x 2 columns"},
        {
            "@relation weather\n"
                    + "% note\n"
                    + "@attribute 'the temperature' numeric\n"
                    + "@attribute play {yes,no}\n\n"
                    + "@data\n"
                    + "85,no\n"
                    + "80,yes\n",
            "",
            ", separated, header, 2 rows x 1 column; left out: play (text)"
        },
        {"@relation x\n@attribute a numeric\n", "", "FILE is an ARFF file without a line @data"},
        {
            "a,b\n1,NA\n2,3\n4,7\n",
            "--missing drop",
            ", separated, header, 1 row with missing values dropped, 2 rows x 2 columns"
        },
        {
            "a,b\n?,1\n2,3\n4,7\n",
            "--missing mean",
            ", separated, header, 1 missing value is its column's mean, 3 rows x 2 columns"
        },
        {"a,b\nNA,1\nNA,3\n", "", ", separated, header, 2 rows x 1 column; left out: a (empty)"},
        {"a,b\n1,2\n3\n", "", "FILE line 3 has 1 column, but line 1 has 2"},
        {"a,b\n1,2,3\n", "", "FILE line 2 has 3 columns, but line 1 has 2"},
        {
            "a,b\n\"1,234\",5\n\"2,345\",6\n",
            "",
            "FILE line 2, column 1: \"1,234\" has a comma that could group thousands or stand"
                    + " before decimals; say --decimal point or --decimal comma"
        },
        {
            "a,b\n\"1,234\",5\n\"2,345\",6\n",
            "--decimal point",
            ", separated, header, 2 rows x 2 columns"
        },
        {
            "a,b\n\"1,234\",5\n\"2,345\",6\n",
            "--decimal comma",
            ", separated, decimal comma, header, 2 rows x 2 columns"
        },
        {
            "a;b\n1,5;2.5\n2,5;3.5\n",
            "",
            "FILE has decimal commas (line 2, column 1: \"1,5\") and decimal points (line 2, column"
                    + " 2: \"2.5\"); say --decimal comma or --decimal point"
        },
        {"a,b\n1,\"open\n2,3\n", "", "FILE line 2: a quote is not closed"},
        {
            "Latinänge;Breite\n1,5;2\n3,5;4\n",
            "",
            "; separated, decimal comma, header, Latin-1, 2 rows x 2 columns"
        },
        {
            "\uFEFF\uFEFFa\tb\r\n1,5\t2\r\n3,5\t5\r\n",
            "",
            "tab separated, decimal comma, header, UTF-16, 2 rows x 2 columns"
        },
        {
            "a,b,\n1,2,\n3,5,\n",
            "",
            ", separated, header, 2 rows x 2 columns; left out: column 3 (empty)"
        },
        {"value\n1\n3\n", "", "one column, header, 2 rows x 1 column"},
        {"1\n3\n", "", "one column, no header, 2 rows x 1 column"},
        {
            "1,5\n2,5\n",
            "--separator semicolon",
            "one column, decimal comma, no header, 2 rows x 1 column"
        },
        {
            "name,city\nA,B\nC,D\n",
            "",
            "FILE has no column of numbers; it was read as: , separated, header; left out: name"
                    + " (text), city (text)"
        },
        {
            "a,b,label\n1,2,0\n3,5,1\n",
            "",
            ", separated, header, 2 rows x 2 columns; left out: label (a label)"
        },
        {"a,b,label\n1,2,0\n3,5,1\n", "--target none", ", separated, header, 2 rows x 3 columns"},
        {
            "a,b,c\n1,2,0\n3,5,1\n",
            "--target c",
            ", separated, header, 2 rows x 2 columns; left out: c (the target)"
        },
        {
            "a,b,c\n1,2,0\n3,5,1\n",
            "--target last --columns b",
            ", separated, header, 2 rows x 1 column; left out: a (not chosen), c (the target)"
        },
        {"a,b,c\n1,2,0\n3,5,1\n", "--target d", "FILE has no column \"d\"; there are: a, b, c"},
        {
            "a,b,c\n1,2,0\n3,5,1\n",
            "--columns a,2",
            ", separated, header, 2 rows x 2 columns; left out: c (not chosen)"
        },
        {"a,b\n1,x\n3,y\n", "--columns a,b", "FILE line 2, column 2 (b): \"x\" is not a number"},
        {
            "x\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\noops\n",
            "",
            "FILE line 12, column 1 (x): \"oops\" is not a number; mend it, or leave the column out"
                    + " with --columns -x"
        },
        {
            "x\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\noops\n",
            "--columns -x",
            "FILE has no column of numbers; it was read as: one column, header; left out: x (not"
                    + " chosen)"
        },
        {
            "a,b\n1,-\n2,0.5\n3,.25\n",
            "--missing drop",
            ", separated, header, 1 row with missing values dropped, 2 rows x 2 columns"
        },
        {"a,b\n1,−2\n3,+5\n", "", ", separated, header, 2 rows x 2 columns"},
        {"a,b\n 1 , \"2\"\n3,\"5\"\n", "", ", separated, header, 2 rows x 2 columns"},
        {"a,b\n1e3,2E-2\n3.5e3,5E-2\n", "", ", separated, header, 2 rows x 2 columns"},
        {"a;b\n1'234.5;2\n2'345.5;3\n", "", "; separated, header, 2 rows x 2 columns"},
        {"2012,2013,x\n1,2,3\n4,5,7\n", "--header yes", ", separated, header, 2 rows x 3 columns"},
        {"a,b\n\n1,2\n\n3,5\n\n", "", ", separated, header, 2 rows x 2 columns"},
    };

    @Test
    void everyPublicShapeIsReadAsItWasMeant() throws IOException {
        int checked = 0;
        for (String[] row : SHAPES) {
            Path file = folder.resolve("shape.csv");
            Charset charset =
                    row[0].startsWith("\uFEFF\uFEFF")
                            ? StandardCharsets.UTF_16LE
                            : row[0].startsWith("Latin")
                                    ? StandardCharsets.ISO_8859_1
                                    : StandardCharsets.UTF_8;
            Files.write(file, row[0].getBytes(charset));
            assertEquals(row[2], outcome(file, row[1]), row[0]);
            checked++;
        }
        assertEquals(62, checked);
    }

    static String outcome(Path file, String options) {
        try {
            DataReading reading = new SettingsText<>(DataOptions.ALL).parse(options);
            return DataTables.read(file.toString(), reading).summary();
        } catch (Refusal refusal) {
            return String.valueOf(refusal.getMessage()).replace(file.toString(), "FILE");
        }
    }
}
