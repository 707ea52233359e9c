using System.CommandLine;
using Indenture.Cli;

var root = Root.Command();
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine($"See: indenture {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help");
    return (int)Exit.WrongUsage;
}
try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception fault)
{
    Console.Error.WriteLine($"A fault of ours: {fault.GetType().Name}: {fault.Message}");
    Console.Error.WriteLine(fault.StackTrace);
    return (int)Exit.FaultOfOurs;
}
