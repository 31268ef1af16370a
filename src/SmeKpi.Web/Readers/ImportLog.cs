using Microsoft.EntityFrameworkCore;
using SmeKpi.Storage;
using SmeKpi.Storage.Imports;

namespace SmeKpi.Web.Readers;
