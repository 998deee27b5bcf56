using Xunit;

namespace GuidanceBot.Screening.Files;

public sealed class FileFindingsTests
{
    [Theory]
    [InlineData("IMG_ward7_Smith.jpg", null, "file-names-a-person")]
    [InlineData("okafor_grace_ecg_2025.png", null, "file-names-a-person")]
    [InlineData("MRN 00718834.pdf", null, "file-names-a-person")]
    [InlineData("series12.dcm", null, "file-dicom")]
    [InlineData("scan", "application/dicom", "file-dicom")]
    [InlineData("Epic screenshot 3.png", "image/png", "file-record-screenshot")]
    [InlineData("theatre list friday.xlsx", null, "file-record-screenshot")]
    [InlineData("wound-photo.heic", null, "file-clinical")]
    [InlineData("IMG_2291.jpg", "image/jpeg", null)]
    [InlineData("rota_august.pdf", null, null)]
    [InlineData("cat.gif", "image/gif", null)]
    public void A_file_is_judged_by_its_name_and_type(string name, string? type, string? rule)
    {
        var result = ShippedScreener.Examine("see this", [new AttachmentInfo(name, type)]);

        Assert.Equal(rule, result.Findings.SingleOrDefault(f => f.Category is FindingCategory.PatientImageOrFile)?.Rule);
    }

    private static Screener ShippedScreener => Packs.ShippedPacks.Screener;
}
