package credit

import (
	"errors"
	"fmt"
	"testing"

	"erba/analysis/terms"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/assessment"
	"erba/feature/collection"
	"erba/feature/competitor"
	"erba/feature/contact"
	"erba/feature/coverage"
	"erba/feature/evaluation"
	"erba/feature/goal"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/opportunity"
	"erba/feature/plan"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/receivable"
	agreed "erba/feature/terms"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, today.Feature, evaluation.Feature, goal.Feature, coverage.Feature, plan.Feature, opportunity.Feature, competitor.Feature, assessment.Feature, agreed.Feature, receivable.Feature, collection.Feature, Feature}

// ground is an account of the rep's and one of the manager's. The other keeps credit
// as finance does, the manager agrees, the director agrees to much.
type ground struct {
	*apptest.Stage
	*Service
	mine, his kernel.ID
}

var summer = kernel.On(2026, 6, 1)

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.at(summer)
		for grant, roles := range Grants {
			s.Grant("rep", grant, roles["rep"])
			s.Grant("manager", grant, roles["sales_manager"])
			s.Grant("director", grant, roles["director"])
			s.Grant("other", grant, roles["finance"])
		}
		for owner, id := range map[string]*kernel.ID{"rep": &g.mine, "manager": &g.his} {
			a := []account.Account{{Code: owner, Name: "客户" + owner}}
			g.must(account.New(s.Kit).Open(s.As(owner), a...))
			*id = a[0].ID
		}
		s.Grant("other", "stage:anything", "A")
		f(g)
	})
}

// at is another day.
func (g *ground) at(day kernel.Date) { g.today = func() kernel.Date { return day } }

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

// key is the text key of a refusal.
func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}

// owes books an invoice, or with a negative amount money.
func (g *ground) owes(account kernel.ID, on kernel.Date, yuan int64) {
	g.Helper()
	d := receivable.Document{Account: account, Kind: receivable.Invoice, Number: fmt.Sprint("F", on, yuan), On: on, Amount: yuan * 100}
	if yuan < 0 {
		d.Kind, d.Amount = receivable.Receipt, -d.Amount
	} else {
		d.Due = terms.Default().Due(on)
	}
	_, err := receivable.New(g.Kit).Add(g.As("director"), d)
	g.must(err)
}

// limits grants a limit, as two people do.
func (g *ground) limits(account kernel.ID, kind string, yuan int64, until kernel.Date) Limit {
	g.Helper()
	l, err := g.Propose(g.As("other"), Wanted{Limit: Limit{Account: account, Kind: kind, Amount: yuan * 100, Until: until, Reason: "年度合同约定"}})
	g.must(err)
	g.agrees("manager", l.Approval)
	if p := g.proposal(l.Approval); p.State == approval.Proposed {
		g.agrees("director", l.Approval)
	}
	return l
}

// proposal is a proposal as it stands.
func (g *ground) proposal(id kernel.ID) (p approval.Proposal) {
	g.Helper()
	g.must(g.DB.Read(g.As("director"), func(tx *db.Tx) (err error) {
		p, err = db.Find[approval.Proposal](tx, `SELECT state, version, step FROM approvals WHERE id = ?`, id)
		return err
	}))
	return p
}

func (g *ground) decides(role string, id kernel.ID, approve bool) error {
	_, err := approval.New(g.Kit).Decide(g.As(role), approval.Verdict{ID: id, Version: g.proposal(id).Version, Approve: approve, Reason: "已核对合同与回款"})
	return err
}

func (g *ground) agrees(role string, id kernel.ID) {
	g.Helper()
	g.must(g.decides(role, id, true))
}

// sends has an order checked.
func (g *ground) sends(role string, account kernel.ID, number string, yuan int64) (Answer, error) {
	return g.Check(g.As(role), Order{Account: account, Number: number, Original: yuan * 100})
}

// passes reports whether an order passes.
func (g *ground) passes(account kernel.ID, number string, yuan int64) bool {
	g.Helper()
	a, err := g.sends("other", account, number, yuan)
	g.must(err)
	return a.Pass
}

func (g *ground) sheet(account kernel.ID) Sheet {
	g.Helper()
	sheet, err := g.Sheet(g.As("other"), account)
	g.must(err)
	return sheet
}
