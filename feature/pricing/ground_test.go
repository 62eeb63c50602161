package pricing

import (
	"errors"
	"fmt"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/contact"
	"erba/feature/evaluation"
	"erba/feature/importing"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/opportunity"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	importing.Feature, method.Feature, portfolio.Feature, today.Feature, evaluation.Feature, opportunity.Feature, Feature}

// ground is an account of the rep's in the east and one of the other's, a gear that
// costs 100 by the catalogue, 80 at least and 60 to us, and a bolt without a floor.
type ground struct {
	*apptest.Stage
	*Service
	mine, his  kernel.ID
	gear, bolt kernel.ID
}

var june = kernel.On(2026, 6, 10)

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = func() kernel.Date { return june }
		for _, grant := range []string{"margin:read"} {
			s.Grant("rep", grant, "")
			s.Grant("manager", grant, "S")
			s.Grant("director", grant, "A")
		}
		for grant, roles := range Grants {
			s.Grant("rep", grant, roles["rep"])
			s.Grant("manager", grant, roles["sales_manager"])
			s.Grant("director", grant, roles["director"])
		}
		for owner, id := range map[string]*kernel.ID{"rep": &g.mine, "other": &g.his} {
			a := []account.Account{{Code: owner, Name: "客户" + owner, Region: map[string]string{"rep": "华东"}[owner], Industry: "机械"}}
			g.must(account.New(s.Kit).Open(s.As(owner), a...))
			*id = a[0].ID
		}
		s.Grant("director", "product:write", "A")
		g.gear, g.bolt = g.sells("P1", "齿轮箱"), g.sells("P2", "螺栓")
		_, err := g.SetFloor(s.As("director"), Floor{Product: g.gear, From: june, Floor: yuan(80), Unit: yuan(60)})
		g.must(err)
		f(g)
	})
}

func yuan(n int64) *kernel.Decimal { return new(kernel.Whole(n)) }

func (g *ground) sells(code, name string) kernel.ID {
	g.Helper()
	p, err := product.New(g.Kit).Add(g.As("director"), product.Product{Code: code, Name: name, Unit: "台", ListPrice: yuan(100)})
	g.must(err)
	return p.ID
}

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

// costs is what the gear costs an account on a day, and where that comes from.
func (g *ground) costs(of kernel.ID, on kernel.Date) (list, from string) {
	g.Helper()
	g.must(g.DB.Read(g.As("director"), func(tx *db.Tx) error {
		p, err := g.Priced(tx, of, g.gear, on)
		if p.List != nil {
			list = p.List.String()
		}
		from = p.From
		return err
	}))
	return list, from
}

// listed is a list that holds from June on and says one price of the gear.
func (g *ground) listed(scope, place string, price int64) List {
	g.Helper()
	l, err := g.AddList(g.As("director"), opened(scope, place))
	g.must(err)
	l, err = g.SetPrice(g.As("director"), l.ID, l.Version, g.gear, yuan(price))
	g.must(err)
	return l
}

func opened(scope, place string) List {
	return List{Name: "2026 " + scope + place, Scope: scope, Place: place, From: kernel.On(2026, 6, 1), Until: kernel.On(2026, 12, 31)}
}

// deal is a deal of the rep's about so many gears at a price, in the short process.
func (g *ground) deal(quantity, asked int64) opportunity.Deal {
	g.Helper()
	d, err := g.Deals.Open(g.As("rep"), opportunity.Deal{Account: g.mine, Name: "齿轮箱总成", Process: "short"})
	g.must(err)
	return g.offers(d, quantity, asked)
}

func (g *ground) offers(d opportunity.Deal, quantity, asked int64) opportunity.Deal {
	g.Helper()
	d, err := g.Deals.Offer(g.As("rep"), d.ID, d.Version, []opportunity.Line{{Product: g.gear, Text: "齿轮箱", Quantity: kernel.Whole(quantity), Asked: kernel.Whole(asked)}})
	g.must(err)
	return d
}

func (g *ground) ask(d opportunity.Deal, quantity, wanted int64) (Special, error) {
	return g.Ask(g.As("rep"), Special{Deal: d.ID, Product: g.gear, Quantity: kernel.Whole(quantity), Wanted: kernel.Whole(wanted), Until: kernel.On(2026, 9, 30),
		Reason: "竞争对手报价更低，客户年用量大"})
}

func (g *ground) decide(role string, p Special, approve bool) error {
	g.Helper()
	_, err := approval.New(g.Kit).Decide(g.As(role), approval.Verdict{ID: p.Approval, Version: 1, Approve: approve, Reason: "看过客户用量"})
	return err
}
