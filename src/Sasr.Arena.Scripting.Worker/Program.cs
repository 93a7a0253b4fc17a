using System.Globalization;
using Sasr.Arena.Scripting;

// Before any regular expression is made, so that it holds for every one of a script's, in either language.
AppContext.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", TimeSpan.FromMilliseconds(250));
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

(Stream input, Stream output) = ProtocolPipes.Take();
new WorkerLoop(input, output).Run();
