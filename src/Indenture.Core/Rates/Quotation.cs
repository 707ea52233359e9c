namespace Indenture.Core;

/// <summary>What one bank answered when it was asked for a rate: who, when, what, and where that is recorded.</summary>
/// <param name="Bank">Its name.</param>
/// <param name="On">Local date of the place that the rule names.</param>
/// <param name="At">Local time of the place that the rule names.</param>
/// <param name="Rate">Percent per annum; null where the bank was asked and gave none.</param>
/// <param name="Record">Where the answer is kept: a message, a recorded line, a note.</param>
public sealed record Quotation(string Bank, DateOnly On, TimeOnly At, Percent? Rate, string Record);

/// <summary>What a screen page showed.</summary>
/// <param name="Page">The page read: "Reuters LIBOR01".</param>
/// <param name="On">Local date of the place of publication.</param>
/// <param name="At">Local time of the place of publication.</param>
/// <param name="Rate">Percent per annum; null where the page showed none.</param>
/// <param name="Record">Where what was seen is kept: a print, a stored page.</param>
/// <param name="Successor">Why another page than the one that the terms name was read: who replaced or nominated it, and the evidence; null for that page itself (NOTE-LIBOR-5).</param>
public sealed record ScreenReading(string Page, DateOnly On, TimeOnly At, Percent? Rate, string Record, string? Successor = null);

/// <summary>Banks asked in one market, each with its answer.</summary>
/// <param name="Market">As the rule names it: "London", "NewYork".</param>
/// <param name="Quotations">One for each bank asked.</param>
/// <param name="Consulted">When and how the issuer was consulted on the banks; null where it was not (NOTE-LIBOR-6).</param>
public sealed record BankPoll(string Market, IReadOnlyList<Quotation> Quotations, string? Consulted);

/// <summary>Everything that was seen and asked for one determination; what was not tried is absent.</summary>
public sealed record RateEvidence(ScreenReading? Screen, IReadOnlyList<BankPoll> Polls);
