package feature

import (
	"erba/feature/account"
	"erba/feature/application"
	"erba/feature/approval"
	"erba/feature/assessment"
	"erba/feature/auditing"
	"erba/feature/bundle"
	"erba/feature/calendar"
	"erba/feature/campaign"
	"erba/feature/card"
	"erba/feature/claim"
	"erba/feature/collection"
	"erba/feature/commitment"
	"erba/feature/competitor"
	"erba/feature/contact"
	"erba/feature/coverage"
	"erba/feature/credit"
	"erba/feature/delivered"
	"erba/feature/development"
	"erba/feature/evaluation"
	"erba/feature/exporting"
	"erba/feature/fee"
	"erba/feature/forecast"
	"erba/feature/gift"
	"erba/feature/goal"
	"erba/feature/handover"
	"erba/feature/importing"
	"erba/feature/industry"
	"erba/feature/interaction"
	"erba/feature/kpi"
	"erba/feature/latent"
	"erba/feature/lead"
	"erba/feature/ledger"
	"erba/feature/lifetime"
	"erba/feature/loss"
	"erba/feature/loyalty"
	"erba/feature/maintenance"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/opportunity"
	"erba/feature/permission"
	"erba/feature/pipeline"
	"erba/feature/plan"
	"erba/feature/point"
	"erba/feature/pool"
	"erba/feature/portfolio"
	"erba/feature/pricing"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/promotion"
	"erba/feature/receivable"
	"erba/feature/relation"
	"erba/feature/review"
	"erba/feature/risk"
	"erba/feature/segment"
	"erba/feature/servicing"
	"erba/feature/store"
	"erba/feature/strategy"
	"erba/feature/target"
	"erba/feature/team"
	"erba/feature/terms"
	"erba/feature/today"
	"erba/feature/upgrade"
	"erba/feature/user"
	"erba/feature/visit"
	"erba/feature/winloss"
	"erba/feature/worth"
	"erba/platform/app"
	"erba/platform/identity"
	"erba/platform/job"
)

// Matrix says which role may do what, and with which rows: the features' rows,
// united. A grant of a route that is missing here, or the other way round,
// fails the build.
var Matrix = identity.Unite(permission.Roles,
	job.Grants,
	approval.Grants,
	exporting.Grants,
	user.Grants,
	permission.Grants,
	privacy.Grants,
	account.Grants,
	auditing.Grants,
	contact.Grants,
	product.Grants,
	ledger.Grants,
	importing.Grants,
	method.Grants,
	portfolio.Grants,
	evaluation.Grants,
	card.Grants,
	upgrade.Grants,
	segment.Grants,
	worth.Grants,
	industry.Grants,
	team.Grants,
	lifetime.Grants,
	delivered.Grants,
	loss.Grants,
	servicing.Grants,
	latent.Grants,
	goal.Grants,
	target.Grants,
	coverage.Grants,
	claim.Grants,
	pool.Grants,
	kpi.Grants,
	plan.Grants,
	notice.Grants,
	interaction.Grants,
	today.Grants,
	relation.Grants,
	commitment.Grants,
	gift.Grants,
	visit.Grants,
	development.Grants,
	loyalty.Grants,
	risk.Grants,
	maintenance.Grants,
	store.Grants,
	calendar.Grants,
	handover.Grants,
	review.Grants,
	opportunity.Grants,
	pricing.Grants,
	competitor.Grants,
	assessment.Grants,
	strategy.Grants,
	pipeline.Grants,
	forecast.Grants,
	application.Grants,
	campaign.Grants,
	winloss.Grants,
	lead.Grants,
	terms.Grants,
	receivable.Grants,
	collection.Grants,
	credit.Grants,
	fee.Grants,
	promotion.Grants,
	bundle.Grants,
	point.Grants,
)

// Columns says of which data class every column is; one that is missing here
// fails the build.
var Columns = identity.Classify(
	app.Columns,
	approval.Columns,
	exporting.Columns,
	privacy.Columns,
	account.Columns,
	contact.Columns,
	notice.Columns,
	product.Columns,
	ledger.Columns,
	importing.Columns,
	method.Columns,
	portfolio.Classes,
	today.Columns,
	evaluation.Columns,
	card.Columns,
	upgrade.Columns,
	segment.Columns,
	industry.Columns,
	latent.Columns,
	lifetime.Columns,
	delivered.Columns,
	loss.Columns,
	servicing.Columns,
	goal.Columns,
	coverage.Columns,
	target.Columns,
	claim.Columns,
	pool.Columns,
	kpi.Columns,
	plan.Columns,
	handover.Columns,
	store.Columns,
	calendar.Columns,
	relation.Columns,
	interaction.Columns,
	commitment.Columns,
	review.Columns,
	gift.Columns,
	visit.Columns,
	development.Columns,
	loyalty.Columns,
	risk.Columns,
	maintenance.Columns,
	opportunity.Columns,
	pricing.Columns,
	assessment.Columns,
	forecast.Columns,
	competitor.Columns,
	strategy.Columns,
	application.Columns,
	campaign.Columns,
	lead.Columns,
	bundle.Columns,
	point.Columns,
	terms.Columns,
	fee.Columns,
	promotion.Columns,
	receivable.Columns,
	collection.Columns,
	credit.Columns,
)

//go:generate sh -c "go run ../cmd/erba permissions > ../docs/permissions.md"

// Permissions is the page of the documentation that says who may do what.
func Permissions() (string, error) {
	p, err := Product.Start(nil)
	if err != nil {
		return "", err
	}
	say := func(key string, args map[string]any) string { return p.Texts.Say("en", key, args) }
	return permission.Page(permission.TableOf(Matrix, Caps), Columns, p.Jobs.Nightly(), say), nil
}
