package feature

import (
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/auditing"
	"erba/feature/contact"
	"erba/feature/importing"
	"erba/feature/ledger"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/team"
	"erba/feature/user"
	"erba/platform/app"
	"erba/platform/identity"
	"erba/platform/job"
)

// roles are those of users, and that of the command line.
var roles = []string{"rep", "key_account_manager", "sales_manager", "director", "finance", "service",
	"operations", "privacy", "admin", identity.Local}

// Matrix says which role may do what, and with which rows: the features' rows,
// united. A grant of a route that is missing here, or the other way round,
// fails the build.
var Matrix = identity.Unite(roles,
	job.Grants,
	approval.Grants,
	user.Grants,
	privacy.Grants,
	account.Grants,
	auditing.Grants,
	contact.Grants,
	product.Grants,
	ledger.Grants,
	importing.Grants,
	portfolio.Grants,
	team.Grants,
)

// Columns says of which data class every column is; one that is missing here
// fails the build.
var Columns = identity.Classify(
	app.Columns,
	approval.Columns,
	privacy.Columns,
	account.Columns,
	contact.Columns,
	product.Columns,
	ledger.Columns,
	importing.Columns,
	portfolio.Classes,
)
