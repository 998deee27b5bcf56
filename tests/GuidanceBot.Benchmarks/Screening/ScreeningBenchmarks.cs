using BenchmarkDotNet.Attributes;
using GuidanceBot.Screening;

namespace GuidanceBot.Benchmarks.Screening;

/// <summary>A clean message, one with identifiers, and the longest that platforms carry.</summary>
[MemoryDiagnoser]
public class ScreeningBenchmarks
{
    private readonly Screener screener = Messages.WithPacks();
    private readonly string longest = string.Concat(Enumerable.Repeat("does anyone have the slides from this morning? thanks. ", 730))[..40_000];

    /// <summary>What nearly every message is.</summary>
    [Benchmark(Baseline = true)]
    public ScreenResult Clean() => screener.Examine("does anyone have the slides from this morning's teaching? the link in the calendar is dead");

    /// <summary>Four identifiers.</summary>
    [Benchmark]
    public ScreenResult Identifying() => screener.Examine("chase bloods for Mrs Ottoline Quaye dob 14/02/1961, mrn 00718834, daughter on 07700 900 461");

    /// <summary>40,000 characters.</summary>
    [Benchmark]
    public ScreenResult Longest() => screener.Examine(longest);
}
