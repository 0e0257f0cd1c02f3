package dev.weightscope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that were once refused, or read wrongly. Rows are a file, options, and what is said.
class FailedFilesTest {
    @TempDir Path folder;

    static final String[][] CASES = {
        {
            "semicolon_comma_in_header.csv",
            "",
            "; separated, decimal comma, header, 3 rows x 2 columns"
        },
        {
            "uci_iris_headerless.data",
            "",
            ", separated, no header, 4 rows x 4 columns; left out: column 5 (text)"
        },
        {"unclosed_quote.csv", "", "FILE line 2: a quote is not closed"},
        {
            "r_na_first_row.csv",
            "",
            "FILE line 2, column 2 (Ozone): \"NA\" is a missing value; leave such rows out with"
                + " --missing drop, fill in means with --missing mean, or leave the column out with"
                + " --columns -Ozone"
        },
        {
            "r_na_first_row.csv",
            "--missing drop",
            ", separated, header, 1 row with missing values dropped, 3 rows x 3 columns; left out:"
                    + " column 1 (an index)"
        },
        {
            "r_airquality_na.csv",
            "",
            "FILE line 4, column 2 (Ozone): \"NA\" is a missing value; leave such rows out with"
                + " --missing drop, fill in means with --missing mean, or leave the column out with"
                + " --columns -Ozone"
        },
        {
            "r_airquality_na.csv",
            "--missing drop",
            ", separated, header, 1 row with missing values dropped, 3 rows x 3 columns; left out:"
                    + " column 1 (an index)"
        },
        {
            "r_airquality_na.csv",
            "--missing mean",
            ", separated, header, 2 missing values are their columns' means, 4 rows x 3 columns;"
                    + " left out: column 1 (an index)"
        },
        {
            "empty_cell.csv",
            "",
            "FILE line 3, column 2 (b): \"\" is a missing value; leave such rows out with --missing"
                + " drop, fill in means with --missing mean, or leave the column out with --columns"
                + " -b"
        },
        {
            "empty_cell.csv",
            "--missing mean",
            ", separated, header, 1 missing value is its column's mean, 3 rows x 2 columns"
        },
        {
            "kaggle_titanic.csv",
            "",
            "FILE line 4, column 2 (age): \"\" is a missing value; leave such rows out with"
                + " --missing drop, fill in means with --missing mean, or leave the column out with"
                + " --columns -age"
        },
        {
            "kaggle_titanic.csv",
            "--columns -age",
            ", separated, header, 3 rows x 1 column; left out: name (text), age (not chosen)"
        },
        {
            "uci_wisconsin_question_mark.data",
            "",
            "FILE line 3, column 7: \"?\" is a missing value; leave such rows out with --missing"
                + " drop, fill in means with --missing mean, or leave the column out with --columns"
                + " -7"
        },
        {
            "uci_wisconsin_question_mark.data",
            "--missing drop --target last --columns -1",
            ", separated, no header, 1 row with missing values dropped, 3 rows x 9 columns; left"
                    + " out: column 1 (not chosen), column 11 (the target)"
        },
        {
            "empty_first_cell.csv",
            "",
            "FILE line 2, column 1 (a): \"\" is a missing value; leave such rows out with --missing"
                + " drop, fill in means with --missing mean, or leave the column out with --columns"
                + " -a"
        },
        {
            "inf.csv",
            "",
            ", separated, header, 2 rows x 1 column; left out: b (no number in line 2: \"inf\")"
        },
        {"thousands.csv", "", ", separated, header, 2 rows x 2 columns"},
        {"nbsp_thousands.csv", "", ", separated, header, 2 rows x 2 columns"},
        {"percent.csv", "", ", separated, header, 2 rows x 2 columns"},
        {"numeric_header.csv", "", ", separated, no header, 4 rows x 3 columns"},
        {"numeric_header.csv", "--header yes", ", separated, header, 3 rows x 3 columns"},
        {
            "pandas_index.csv",
            "",
            ", separated, header, 4 rows x 2 columns; left out: column 1 (an index)"
        },
        {
            "other_label_names.csv",
            "",
            ", separated, header, 3 rows x 4 columns; left out: diagnosis (text)"
        },
        {
            "other_label_names.csv",
            "--target diagnosis --columns -Survived,-quality",
            ", separated, header, 3 rows x 2 columns; left out: Survived (not chosen), diagnosis"
                    + " (the target), quality (not chosen)"
        },
        {
            "semicolon_decimal_comma.csv",
            "",
            "; separated, decimal comma, header, 3 rows x 4 columns"
        },
        {"semicolon_point.csv", "", "; separated, header, 3 rows x 4 columns"},
        {"tabs.tsv", "", "tab separated, header, 2 rows x 2 columns"},
        {
            "excel_unicode_text.txt",
            "",
            "tab separated, decimal comma, header, UTF-16, 2 rows x 2 columns"
        },
        {"hash_comment.csv", "", ", separated, header, 2 rows x 2 columns"},
        {"iris.arff", "", ", separated, header, 2 rows x 1 column; left out: class (a label)"},
        {"trailing_comma_rows_only.csv", "", ", separated, header, 3 rows x 3 columns"},
        {"upper_extension.CSV.GZ", "", ", separated, header, 3 rows x 2 columns"},
        {"fake.xlsx", "", "FILE is no text but an Excel file or an archive; save the table as CSV"},
        {
            "fuzz/c2-escape.csv",
            "",
            ", separated, header, 2 rows x 1 column; left out: a (no number in line 3:"
                    + " \"\\u001b[31mred\\u0007\")"
        },
        {"relpath_rel.csv", "", ", separated, header, 1 row x 2 columns"},
    };

    @Test
    void everyFileThatFailedOnceIsReadOrRefusedWithWhatWouldBeRight() throws IOException {
        int checked = 0;
        for (String[] row : CASES) {
            Path file = copy(row[0], folder);
            assertEquals(row[2], PublicShapesTest.outcome(file, row[1]), row[0]);
            checked++;
        }
        assertEquals(35, checked);
    }

    /// A file of the test's resources.
    static Path copy(String name, Path folder) throws IOException {
        Path file = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
        try (InputStream bytes = FailedFilesTest.class.getResourceAsStream("/cases/" + name)) {
            assertTrue(bytes != null, name);
            Files.write(file, bytes.readAllBytes());
        }
        return file;
    }
}
