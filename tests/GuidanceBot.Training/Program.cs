using System.Globalization;
using GuidanceBot.Screening;
using GuidanceBot.Testing;
using GuidanceBot.Training;

// Trains the linear model of screening and writes src/GuidanceBot.Screening/Model/weights.bin:
//
//   dotnet run -c Release --project tests/GuidanceBot.Training -- [--check] [FILE ...]
//
// --check only cross-validates. FILEs (JSONL with text and labels) are trained on beside the corpus. The shipped weights were made
// with screening_dev.jsonl (its clean texts only), clinician_risk_dev.jsonl and clinician_risk_dev2.jsonl: see corpus/README.md.

// Of clean messages, ordinary ones counted four times: how many the model may flag for nothing.
const double Needless = 0.036;

// Of a rule's right findings: how many the model may take back.
const double Lost = 0.05;

// How strongly weights are drawn to zero; between 0.02 and 0.5 cross-validation hardly differs.
const float Strength = 0.05f;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var root = Repository.Root;
var here = Path.Combine(root, "tests", "GuidanceBot.Training");
var words = Path.Combine(root, "src", "GuidanceBot.Screening", "Words", "words.txt");
var themes = new Themes(File.ReadLines(Path.Combine(here, "themes.txt")), [.. File.ReadLines(words).Select(l => l.Split(' ')[0])]);
var packs = Directory.GetFiles(Path.Combine(root, "config", "screening"), "*.yaml").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f)));
var rules = new Screener(RulePack.Parse(packs), null);
var files = args.Where(a => a is not "--check").ToList();
var corpus = Corpus.Read(Path.Combine(here, "corpus"));
var folds = corpus.Max(m => m.Fold) + 1;
var taught = files.Select((f, i) => (Name: Path.GetFileName(f), Examples: Example.Of(Corpus.ReadOther(f, folds + i), rules, themes)))
    .Prepend((Name: "corpus", Examples: Example.Of(corpus, rules, themes))).ToList();
List<Example> examples = [.. taught.SelectMany(t => t.Examples)];
var categories = Enum.GetValues<FindingCategory>();
var trainer = new Trainer(Strength);

var judged = Judged.Cross(examples, trainer, categories);
var limits = Limits.Choose(judged, Needless, Lost);
foreach (var (name, of) in taught)
{
    var these = of.ToHashSet<object>(ReferenceEqualityComparer.Instance);
    Report.Print($"{name}, cross-validated", [.. judged.Where(j => these.Contains(j.Example))], limits);
}

var models = trainer.Train(examples, categories);
var unseen = Example.Of(Corpus.ReadOther(Path.Combine(root, "tests", "regression", "unseen.jsonl"), folds), rules, themes);
Report.Print("unseen", [.. Judged.By(models, unseen)], limits);
if (args.Contains("--check"))
    return;

var file = Packing.Pack(models, themes, limits.Thresholds, limits.Vetoes);
var to = Path.Combine(root, "src", "GuidanceBot.Screening", "Model", "weights.bin");
File.WriteAllBytes(to, file);
Console.WriteLine($"{file.Length / 1024} KiB written to {Path.GetRelativePath(root, to)}; build and look at the scores again.");
