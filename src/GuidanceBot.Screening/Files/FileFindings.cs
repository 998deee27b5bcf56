using System.Text.RegularExpressions;

namespace GuidanceBot.Screening.Files;

/// <summary>Judges the files of a message by their names and types alone; nobody opens them.</summary>
internal sealed partial class FileFindings : IFindingSource
{
    private static readonly IReadOnlyList<int> Takeaways = [5, 6];

    public void Examine(in Screened message, List<Finding> into)
    {
        if (message.Attachments.Count == 0 || message.Options.Off.Contains(FindingCategory.PatientImageOrFile))
            return;
        foreach (var file in message.Attachments)
        {
            if (Judge(file) is { } found && !message.Options.Exceptions.Contains(found.Rule))
            {
                into.Add(found);
                return; // one is enough: the message as a whole wants a second look
            }
        }
    }

    private static Finding? Judge(AttachmentInfo file)
    {
        var name = Path.GetFileNameWithoutExtension(file.Name);
        var type = file.ContentType ?? "";
        if (type.StartsWith("application/dicom", StringComparison.OrdinalIgnoreCase) || Dicom().IsMatch(file.Name))
            return Say("file-dicom", Severity.High, 0.95, "The file is a scan in a format that carries the patient's details inside.");
        if (NamedPerson().IsMatch(name) || PersonNumber().IsMatch(name))
            return Say("file-names-a-person", Severity.High, 0.85, "The file's name looks as if it names a patient.");
        if (RecordSystem().IsMatch(name))
            return Say("file-record-screenshot", Severity.Medium, 0.8, "The file's name says that it comes from a patient record.");
        if (Clinical().IsMatch(name) && IsPictureOrSheet(file))
            return Say("file-clinical", Severity.Medium, 0.7, "The file's name says that it may show a patient or a list of patients.");
        return null;
    }

    private static bool IsPictureOrSheet(AttachmentInfo file) =>
        file.ContentType is { } type && (type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("video/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase))
        || PictureOrSheet().IsMatch(file.Name);

    private static Finding Say(string rule, Severity severity, double score, string reason) =>
        new(FindingCategory.PatientImageOrFile, null, null, severity, score, null, rule, reason, Takeaways);

    [GeneratedRegex(@"\.(dcm|dicom|nii|nii\.gz|hl7)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Dicom();

    [GeneratedRegex(@"\.(png|jpe?g|heic|webp|gif|bmp|tiff?|mp4|mov|avi|webm|m4a|mp3|wav|pdf|csv|xlsx?|docx?|ods|txt|json|zip)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PictureOrSheet();

    [GeneratedRegex(@"(epic|cerner|emis|systm?one|pacs|epr|emr|ehr|lorenzo|meditech|rio|careflow|nervecentre|chart|patient ?list|handover|whiteboard|ward ?list|theatre ?list|clinic ?list|discharge|referral|wristband|consent ?form|drug ?chart|obs ?chart)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex RecordSystem();

    [GeneratedRegex(@"(x-?ray|cxr|axr|\bct\b|ctpa|\bmri\b|\becg\b|\bekg\b|echo|ultrasound|scan|wound|rash|lesion|ulcer|burn|fracture|patient|\bpt\b|ward|theatre|resus|bed ?\d|biopsy|histology|slide|bloods|results|seizure|birth|newborn)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Clinical();

    // okeke_chukwudi_ecg, IMG_ward7_Smith, WILCZEK_Danuta_1944-10-02: a name beside something clinical or a birth date.
    [GeneratedRegex(@"(^|[_\- .])[A-Za-z]{3,}[_\- .,]+[A-Za-z]{3,}[_\- .]+.*(ecg|ekg|ct|ctpa|mri|cxr|x-?ray|scan|echo|letter|referral|discharge|bloods|results|dob|\d{4}-\d{2}-\d{2}|\d{2}[-.]\d{2}[-.]\d{2,4})|(ward|bed|clinic|mr|mrs|ms|miss|baby|pt|patient)[_\- .]?\d{0,3}[_\- .]+[A-Z][a-z]{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex NamedPerson();

    [GeneratedRegex(@"(mrn|nhs|hosp|chi|dob|ssn)[_\- .#]*\d{4,}|\b\d{3}[ -]\d{3}[ -]\d{4}\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PersonNumber();
}
