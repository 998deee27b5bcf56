namespace GuidanceBot.Playground;

/// <summary>Shows what the bot's database holds about the newest flag, for the panel "What is stored". Whoever composes the bot offers it; without it there is no panel.</summary>
public interface IStoredRows
{
    /// <summary>The row of the newest flag first, then the rows that hang on it, just as they are stored. Empty where there is no flag.</summary>
    Task<IReadOnlyList<StoredRow>> OfNewestFlagAsync(CancellationToken cancellationToken);
}

/// <summary>A row of a table.</summary>
public sealed record StoredRow(string Table, IReadOnlyList<StoredValue> Values);

/// <summary>A column of a row; null where the database holds nothing.</summary>
public sealed record StoredValue(string Column, string? Value);
