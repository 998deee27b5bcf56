using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GuidanceBot.Storage;

/// <summary><c>INSERT ... ON CONFLICT DO NOTHING</c> for any row, from the model's own mapping. SQLite and PostgreSQL share the words.</summary>
internal static class InsertIfAbsent
{
    public static async Task<bool> RunAsync<T>(DbContext db, T row, CancellationToken cancellationToken)
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema()); // every row type here is mapped to a table
        var columns = entity.GetProperties().Where(p => p.ValueGenerated is ValueGenerated.Never).ToList();
        var names = columns.Select(p => $"\"{p.GetColumnName(table)}\"");
        var places = columns.Select((_, i) => $"{{{i}}}");
        var values = columns.Select(p => ToStore(p, row)).ToArray();

        var sql = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", places)}) ON CONFLICT DO NOTHING";
        return await db.Database.ExecuteSqlRawAsync(sql, values!, cancellationToken) == 1;
    }

    private static object? ToStore(IProperty property, object row)
    {
        var value = property.GetGetter().GetClrValue(row);
        var converter = property.GetTypeMapping().Converter;
        return converter is null ? value : converter.ConvertToProvider(value);
    }
}
