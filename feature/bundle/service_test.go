package bundle

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/contact"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, Feature}

var june = kernel.On(2026, 6, 10)

// ground is a partner, and an agreement with it that waits.
type ground struct {
	*apptest.Stage
	*Service
	partner   kernel.ID
	agreement Agreement
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = func() kernel.Date { return june }
		p, err := g.Meet(s.As("manager"), Partner{Name: "耗材伙伴", Ways: []Way{{Way: "alliance", Pros: "快", Chosen: true}}})
		g.must(err)
		g.partner = p.ID
		g.agreement, err = g.Agree(s.As("manager"), Agreement{Partner: p.ID, Purpose: "联合推广耗材", Fields: []string{"city", "name"}, Basis: "合同第 5 条", From: june, Until: june.AddMonths(12)})
		g.must(err)
		f(g)
	})
}

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

func (g *ground) passes() {
	g.Helper()
	_, err := approval.New(g.Kit).Decide(g.As("director"), approval.Verdict{ID: g.agreement.Approval, Version: 1, Approve: true})
	g.must(err)
}

// key is the text key of a refusal.
func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}

// M51 (e): 300 customers selected, 180 with consent: 180 are told of.
func TestM51TellsOnlyOfThoseWhoAgreed(t *testing.T) {
	each(t, func(g *ground) {
		all := make([]account.Account, 300)
		for i := range all {
			all[i] = account.Account{Code: fmt.Sprintf("K%03d", i), Name: fmt.Sprintf("客户%03d", i), City: "上海"}
		}
		g.must(account.New(g.Kit).Open(g.As("director"), all...))
		for _, a := range all[:180] {
			_, err := g.Consent(g.As("director"), Consent{Account: a.ID, Partner: g.partner, Given: june, Until: june.AddMonths(12), Proof: "附件 2"})
			g.must(err)
		}
		if _, err := g.Share(g.As("director"), Choice{Agreement: g.agreement.ID}); key(err) != "bundle.not_agreed" {
			g.Errorf("before anybody agreed: %v", err)
		}
		g.passes()
		l, err := g.Share(g.As("director"), Choice{Agreement: g.agreement.ID})
		g.must(err)
		if l.Selected != 300 || l.Shared != 180 {
			g.Errorf("%+v", l)
		}
		if got := g.rows(l.ID); got != 180 {
			g.Errorf("%d rows left", got)
		}
		c, err := g.Consents(g.As("director"), all[0].ID)
		g.must(err)
		g.must(g.Withdraw(g.As("director"), all[0].ID, c[0].ID, c[0].Version))
		if got := g.rows(l.ID); got != 179 {
			g.Errorf("%d rows after one was withdrawn", got)
		}
		g.must(g.End(g.As("manager"), g.agreement.ID, 2))
		if _, _, err := g.Listed(g.As("director"), l.ID); key(err) != "bundle.not_agreed" {
			g.Errorf("after the end: %v", err)
		}
	})
}

// rows are those of a list as it leaves, with the fields of its agreement alone.
func (g *ground) rows(id kernel.ID) (n int) {
	g.Helper()
	columns, all, err := g.Listed(g.As("director"), id)
	g.must(err)
	if strings.Join(columns, " ") != "bundle.field_name bundle.field_city" {
		g.Errorf("%v", columns)
	}
	for range all {
		n++
	}
	return n
}

func TestWhatIsNoConsentAndNoAgreement(t *testing.T) {
	each(t, func(g *ground) {
		a := []account.Account{{Code: "A", Name: "甲"}}
		g.must(account.New(g.Kit).Open(g.As("rep"), a...))
		good := Consent{Account: a[0].ID, Partner: g.partner, Given: june, Until: june, Proof: "附件 2"}
		for want, spoil := range map[string]func(*Consent){
			"bundle.no_proof":    func(c *Consent) { c.Proof = " " },
			"bundle.bad_consent": func(c *Consent) { c.Given = june.Add(1) },
			"bundle.no_partner":  func(c *Consent) { c.Partner = kernel.NewID() },
			"db.missing":         func(c *Consent) { c.Account = kernel.NewID() },
		} {
			one := good
			spoil(&one)
			if _, err := g.Consent(g.As("rep"), one); key(err) != want {
				g.Errorf("%v, want %s", err, want)
			}
		}
		terms := Agreement{Partner: g.partner, Purpose: "联合推广耗材", Fields: []string{"name"}, Basis: "合同", From: june, Until: june}
		for want, spoil := range map[string]func(*Agreement){
			"bundle.no_purpose": func(a *Agreement) { a.Purpose = "推广" },
			"bundle.no_basis":   func(a *Agreement) { a.Basis = "" },
			"bundle.no_fields":  func(a *Agreement) { a.Fields = []string{"revenue"} },
			"bundle.bad_period": func(a *Agreement) { a.Until = june.Add(-1) },
			"bundle.no_partner": func(a *Agreement) { a.Partner = kernel.NewID() },
		} {
			one := terms
			spoil(&one)
			if _, err := g.Agree(g.As("manager"), one); key(err) != want {
				g.Errorf("%v, want %s", err, want)
			}
		}
		if _, err := g.Meet(g.As("manager"), Partner{Name: "耗材伙伴"}); key(err) != "bundle.there_already" {
			g.Errorf("%v", err)
		}
	})
}

func TestAPackageIsReckonedAndWrittenOver(t *testing.T) {
	each(t, func(g *ground) {
		cost := func(yuan int64) *int64 { minor := yuan * 100; return &minor }
		b, err := g.Pack(g.As("manager"), Bundle{Name: "节能套餐", Asked: 1200_00, Items: []Item{{Name: "主机", Cost: cost(500)}, {Name: "耗材", Partner: g.partner, Cost: cost(400)}}})
		g.must(err)
		if *b.Own != 500_00 || *b.Partners != 400_00 || b.Left != 0.25 {
			g.Errorf("%+v", b)
		}
		b.Asked = 1800_00
		b, err = g.Repack(g.As("manager"), b, true)
		g.must(err)
		if b.Left != 0.5 || b.Ended != june {
			g.Errorf("%+v", b)
		}
		b.Version = 1
		if _, err := g.Repack(g.As("manager"), b, false); key(err) != "db.stale" {
			g.Errorf("an old version: %v", err)
		}
		shelf, err := g.Shelf(g.As("rep"))
		g.must(err)
		if len(shelf.Bundles) != 1 || len(shelf.Bundles[0].Items) != 2 || len(shelf.Partners[0].Ways) != 1 {
			g.Errorf("%+v", shelf)
		}
	})
}
