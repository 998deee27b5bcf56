using System.Globalization;
using GuidanceBot.Screening;
using GuidanceBot.Testing;
using GuidanceBot.Training;

// Trains the linear model of screening and writes src/GuidanceBot.Screening/Model/weights.bin:
//
//   dotnet run -c Release --project tests/GuidanceBot.Training             cross-validates, trains, writes
//   dotnet run -c Release --project tests/GuidanceBot.Training -- --check  only cross-validates
//
// The corpus was written for this project (corpus/README.md).
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
float Setting(string name, float otherwise) => Environment.GetEnvironmentVariable(name) is { } v ? float.Parse(v) : otherwise;
var needless = Setting("NEEDLESS", 0.004f);
var lost = Setting("LOST", 0.02f);
var strength = Setting("STRENGTH", 1f);

var root = Repository.Root;
var here = Path.Combine(root, "tests", "GuidanceBot.Training");
var words = Path.Combine(root, "src", "GuidanceBot.Screening", "Words", "words.txt");
var themes = new Themes(File.Exists(Path.Combine(here, "themes.txt")) ? File.ReadLines(Path.Combine(here, "themes.txt")) : [], [.. File.ReadLines(words).Select(l => l.Split(' ')[0])]);
var packs = Directory.GetFiles(Path.Combine(root, "config", "screening"), "*.yaml").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f)));
var rules = new Screener(RulePack.Parse(packs), null);
var examples = Example.Of(Corpus.Read(Path.Combine(here, "corpus")), rules, themes);
var categories = Enum.GetValues<FindingCategory>();
var trainer = new Trainer(strength);

var judged = Judged.Cross(examples, trainer, categories);
var limits = Limits.Choose(judged, needless, lost);
Report.Print(judged, limits);
if (args is ["--check"])
    return;

var file = Packing.Pack(trainer.Train(examples, categories), themes, limits.Thresholds, limits.Vetoes);
var to = Path.Combine(root, "src", "GuidanceBot.Screening", "Model", "weights.bin");
File.WriteAllBytes(to, file);
Console.WriteLine($"{file.Length / 1024} KiB written to {Path.GetRelativePath(root, to)}; build and look at the scores again.");
