package plan

import (
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/coverage"
	"erba/feature/evaluation"
	"erba/feature/goal"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/platform/app"
)

var features = []app.Feature{account.Feature, approval.Feature, ledger.Feature, method.Feature, portfolio.Feature, evaluation.Feature, goal.Feature, coverage.Feature, Feature}
