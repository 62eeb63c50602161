package plan

import (
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/contact"
	"erba/feature/coverage"
	"erba/feature/evaluation"
	"erba/feature/goal"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/platform/app"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, interaction.Feature, ledger.Feature, method.Feature, portfolio.Feature, evaluation.Feature, goal.Feature, coverage.Feature, Feature}
