package feature

import (
	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/importing"
	"erba/feature/ledger"
	"erba/feature/portfolio"
	"erba/feature/product"
	"erba/feature/user"
	"erba/platform/identity"
	"erba/platform/job"
)

// scopes says how far over the rows each role sees.
var scopes = map[string]identity.Scope{
	"admin":               identity.Own,
	"director":            identity.All,
	"sales_manager":       identity.Subtree,
	"key_account_manager": identity.Team,
	"rep":                 identity.Team,
	"finance":             identity.All,
	"service":             identity.Team,
	"operations":          identity.All,
	"privacy":             identity.Own,
}

// Matrix says which role may do what: the features' rows, united. A grant of a
// route that is missing here, or the other way round, fails the build.
var Matrix = identity.Unite(scopes,
	job.Grants,
	user.Grants,
	account.Grants,
	contact.Grants,
	product.Grants,
	ledger.Grants,
	importing.Grants,
	portfolio.Grants,
)
