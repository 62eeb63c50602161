package collection

import (
	"strings"
	"testing"

	"erba/analysis/dunning"
	"erba/feature/receivable"
	"erba/kernel"
	"erba/platform/db"
)

// agrees on steps for the claims of a contract.
func (g *ground) agrees(contract string, steps ...dunning.Day) {
	g.Helper()
	_, err := g.Agree(g.As("director"), Agreed{Account: g.mine, Contract: contract, Steps: steps})
	g.must(err)
}

func (g *ground) held() bool {
	g.Helper()
	var since kernel.Date
	g.system(func(tx *db.Tx) (err error) {
		if err = g.Watch(tx, g.mine); err == nil {
			_, since, err = g.Stopped(tx, g.mine)
		}
		return err
	})
	return !since.IsZero()
}

func TestAContractHasItsOwnSteps(t *testing.T) {
	each(t, func(g *ground) {
		g.books(receivable.Document{Kind: receivable.Invoice, Number: "H1", On: kernel.On(2026, 4, 1), Due: kernel.On(2026, 5, 1), Amount: 300, Contract: "HT-7"})
		if c := g.sheet("rep").Course; c.Number != "H1" || c.Steps[c.Reached].Does != dunning.Stop { // 40 days late
			g.Errorf("%+v", c)
		}
		g.agrees("HT-7", dunning.Day{Does: dunning.Call, Days: 45}, dunning.Day{Does: dunning.Stop, Days: 60})
		c := g.sheet("rep").Course
		if c.Number != "R1" || c.Steps[c.Reached].Does != dunning.Call || c.Asked != 1300_00 { // R1, 10 days late, is further
			g.Errorf("%+v", c)
		}
		if g.held() {
			g.Error("stopped before the day that was agreed")
		}
		g.on(kernel.On(2026, 6, 15)) // R1 is 15 days late; of the contract no letter was agreed
		if letter, err := g.Draft(g.As("director"), g.mine, dunning.Letter, "zh-CN"); err != nil || letter.Amount != 1000_00 || strings.Contains(letter.Body, "H1") {
			g.Errorf("%+v, %v", letter, err)
		}
		if call, err := g.Draft(g.As("director"), g.mine, dunning.Call, "zh-CN"); err != nil || call.Amount != 1300_00 { // 45 days
			g.Errorf("%+v, %v", call, err)
		}
		g.on(kernel.On(2026, 6, 29))
		if g.held() { // H1 is 59 days late, R1 29
			g.Error("stopped before the day that was agreed")
		}
		g.on(kernel.On(2026, 6, 30))
		if !g.held() {
			g.Error("delivery goes on")
		}
		if stop := g.sheet("rep").Stop; stop == nil || stop.Number != "H1" {
			g.Errorf("%+v", stop)
		}
	})
}

func TestTheLastAgreementHolds(t *testing.T) {
	each(t, func(g *ground) {
		g.agrees("", dunning.Day{Does: dunning.Letter, Days: 3})
		g.agrees("", dunning.Day{Does: dunning.Letter, Days: 5}, dunning.Day{Does: dunning.Legal, Days: 20})
		sheet := g.sheet("rep")
		if c := sheet.Course; len(c.Steps) != 2 || c.Steps[0].Does != dunning.Letter || c.Next != kernel.On(2026, 6, 20) {
			g.Errorf("%+v", c)
		}
		if a := sheet.Agreement; len(a.Agreed) != 1 || a.Agreed[0].Steps[0].Days != 5 || len(a.Usual) != 5 {
			g.Errorf("%+v", a)
		}
		g.agrees("")
		if c := g.sheet("rep").Course; len(c.Steps) != 5 || len(g.sheet("rep").Agreement.Agreed) != 0 {
			g.Errorf("%+v", c)
		}
		for want, steps := range map[string]Days{
			"dunning.bad_step": {{Does: "shout", Days: 1}},
			"dunning.bad_days": {{Does: dunning.Call, Days: 9}, {Does: dunning.Stop, Days: 9}},
		} {
			if _, err := g.Agree(g.As("director"), Agreed{Account: g.mine, Steps: steps}); key(err) != want {
				g.Errorf("%s: %v", want, err)
			}
		}
		if _, err := g.Agree(g.As("director"), Agreed{Account: g.mine, Contract: strings.Repeat("x", 61)}); key(err) != "collection.bad_contract" {
			g.Error(err)
		}
		if _, err := g.Agree(g.As("rep"), Agreed{Account: g.his}); key(err) != "db.missing" {
			g.Error(err)
		}
	})
}
