using System.CommandLine;
using Indenture.Actions;
using Indenture.Core;

namespace Indenture.Cli;

/// <summary>The verbs of the fiscal agent's notices and documents.</summary>
public static class ServiceVerbs
{
    public static IEnumerable<Command> All() => [PublishNotice(), SupplyDocument(), GiveDocument()];

    private static Command PublishNotice()
    {
        var (reference, proof) = (Common.Needed("--reference", "What the notice is known by; a task of that name is done with it"), Common.Needed("--proof", "Where the published notice is kept"));
        var copy = new Option<string?>("--copy") { Description = "The day on which the fiscal agent's copy came (without: none came)" };
        var impracticable = new Option<string?>("--impracticable") { Description = "Why no copy came before the publication" };
        return RegisterVerbs.Acting("publish-notice", "Records that a notice on the notes was published, and whether the fiscal agent had a copy before", [reference, proof, copy, impracticable], (parsed, desk, by, series) =>
            (parsed.GetValue(copy) is { } day ? TermFact.Day(day).Map<DateOnly?>(d => d) : new Outcome<DateOnly?>.Done(null)).Then(received =>
                Registering.Publish(desk, by, series, new PublishNotice(parsed.GetValue(reference)!, by.On, parsed.GetValue(proof)!, received, parsed.GetValue(impracticable)))));
    }

    private static Command SupplyDocument()
    {
        var (document, copies) = (Common.Needed("--document", "Its title"), new Option<int>("--copies") { Description = "How many came from the issuer", Required = true });
        return RegisterVerbs.Acting("supply-document", "Records copies of a document that the issuer supplied for holders who ask", [document, copies], (parsed, desk, by, series) =>
            Registering.Supply(desk, by, series, new SupplyDocument(parsed.GetValue(document)!, parsed.GetValue(copies), by.On)));
    }

    private static Command GiveDocument()
    {
        var (document, who, standing) = (Common.Needed("--document", "Its title"), Common.Needed("--who", "Who asked"), Common.Needed("--standing", "What shows that whoever asked holds notes"));
        return RegisterVerbs.Acting("give-document", "Records that a holder who asked was given a copy", [document, who, standing], (parsed, desk, by, series) =>
            Registering.Give(desk, by, series, new GiveDocument(parsed.GetValue(document)!, parsed.GetValue(who)!, parsed.GetValue(standing)!, by.On)));
    }
}
