package dev.weightscope.ui.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OpenedWindowTest {
    @Test
    void theSentenceNamesTheDisplayWhereAVariableDoes() {
        String none = "no window could be opened: there is no display";
        String[][] table = {
            {
                "Gtk",
                "localhost:10.0",
                "no window could be opened on the display localhost:10.0; without the variable"
                        + " DISPLAY the window is made in memory"
            },
            {"Gtk", "", none},
            {"Mac", ":0", none},
            {"Win", null, none},
        };
        int checked = 0;
        for (String[] row : table) {
            assertEquals(row[2], OpenedWindow.noDisplay(row[0], row[1]));
            checked++;
        }
        assertEquals(4, checked);
    }
}
