using System.Data.Common;
using GuidanceBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.Core.Tests.Moderation;

/// <summary>A disk that takes no more writes while it is full, as SQLite would say it.</summary>
internal sealed class FullDisk : DbCommandInterceptor
{
    private const int SqliteFull = 13;

    public bool IsFull { get; set; }

    public void Install(IServiceCollection services) =>
        services.ConfigureDbContext<SqliteGuidanceDb>(options => options.AddInterceptors(this));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Refuse(command);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Refuse(command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    private void Refuse(DbCommand command)
    {
        if (IsFull && !command.CommandText.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase))
            throw new SqliteException("database or disk is full", SqliteFull);
    }
}
