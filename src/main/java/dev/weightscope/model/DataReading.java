package dev.weightscope.model;

/// How numbers come out of what holds them: of a file, its form and which of its columns are used;
/// of a drawn data set, how it is drawn. The same for a network's input and for training.
///
/// @param separator between the values of a line
/// @param decimal before the decimals
/// @param header whether the first line names the columns
/// @param missing what becomes of a row where a number is missing
/// @param columns which are inputs
/// @param target which column is to be learnt
/// @param scaling what becomes of the inputs
/// @param drawn for a data set that is drawn; others do not read it
public record DataReading(
        Separator separator,
        DecimalMark decimal,
        HeaderLine header,
        MissingValues missing,
        ColumnChoice columns,
        TargetChoice target,
        Scaling scaling,
        DrawnPoints drawn) {
    /// All is recognized.
    public static final DataReading DEFAULT =
            new DataReading(
                    Separator.AUTO,
                    DecimalMark.AUTO,
                    HeaderLine.AUTO,
                    MissingValues.REFUSE,
                    ColumnChoice.ALL,
                    new TargetChoice.Guessed(),
                    Scaling.STANDARD,
                    DrawnPoints.DEFAULT);

    public DataReading withSeparator(Separator newSeparator) {
        return new DataReading(
                newSeparator, decimal, header, missing, columns, target, scaling, drawn);
    }

    public DataReading withDecimal(DecimalMark newDecimal) {
        return new DataReading(
                separator, newDecimal, header, missing, columns, target, scaling, drawn);
    }

    public DataReading withHeader(HeaderLine newHeader) {
        return new DataReading(
                separator, decimal, newHeader, missing, columns, target, scaling, drawn);
    }

    public DataReading withMissing(MissingValues newMissing) {
        return new DataReading(
                separator, decimal, header, newMissing, columns, target, scaling, drawn);
    }

    public DataReading withColumns(ColumnChoice newColumns) {
        return new DataReading(
                separator, decimal, header, missing, newColumns, target, scaling, drawn);
    }

    public DataReading withTarget(TargetChoice newTarget) {
        return new DataReading(
                separator, decimal, header, missing, columns, newTarget, scaling, drawn);
    }

    public DataReading withScaling(Scaling newScaling) {
        return new DataReading(
                separator, decimal, header, missing, columns, target, newScaling, drawn);
    }

    public DataReading withDrawn(DrawnPoints newDrawn) {
        return new DataReading(
                separator, decimal, header, missing, columns, target, scaling, newDrawn);
    }
}
