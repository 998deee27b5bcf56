using GuidanceBot.Screening;

namespace GuidanceBot.Training;

/// <summary>Prints rules alone beside rules and model, each message judged by a model that never saw it.</summary>
internal static class Report
{
    public static void Print(string title, IReadOnlyList<Judged> judged, Limits limits)
    {
        var risky = judged.Where(j => !j.Clean).ToList();
        var clean = judged.Where(j => j.Clean).ToList();
        Console.WriteLine($"{title}: {judged.Count} messages, {risky.Count} risky");
        Console.WriteLine($"{"",36} {"rules",8} {"both",8}");
        Console.WriteLine($"{"risky flagged, %",36} {Share(risky, j => j.Example.Rules.Count > 0),8:0.0} {Share(risky, j => j.Found(limits).Any()),8:0.0}");
        Console.WriteLine($"{"clean flagged, %",36} {Share(clean, j => j.Example.Rules.Count > 0),8:0.0} {Share(clean, j => j.Found(limits).Any()),8:0.0}");
        foreach (var category in Enum.GetValues<FindingCategory>().Where(c => risky.Any(j => j.Example.Message.Labels.Contains(c))))
        {
            var of = risky.Where(j => j.Example.Message.Labels.Contains(category)).ToList();
            Console.WriteLine($"{category.Name(),36} {Share(of, j => j.Example.Rules.Any(r => r.Category == category)),8:0.0} {Share(of, j => j.Found(limits).Contains(category)),8:0.0}");
        }
    }

    private static double Share(List<Judged> judged, Func<Judged, bool> which) => judged.Count == 0 ? 0 : 100.0 * judged.Count(which) / judged.Count;
}
