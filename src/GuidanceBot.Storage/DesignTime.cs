using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace GuidanceBot.Storage;

// `dotnet ef migrations add NAME --project src/GuidanceBot.Storage` finds the context through this.
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteGuidanceDb>
{
    public SqliteGuidanceDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteGuidanceDb>().UseSqlite("Data Source=design.db").Options);
}
