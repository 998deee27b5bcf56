using GuidanceBot.Moderation;
using GuidanceBot.Playground;

namespace GuidanceBot.Hosting;

/// <summary>Lets the playground show the real rows of the last flag.</summary>
internal sealed class StoredRows(FlagRows flags) : IStoredRows
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredRow>> OfNewestFlagAsync(CancellationToken cancellationToken) =>
        [.. (await flags.OfNewestAsync(cancellationToken)).Select(row => new StoredRow(row.Table, [.. row.Values.Select(v => new StoredValue(v.Key, v.Value))]))];
}
