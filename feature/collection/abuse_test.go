package collection

import (
	"fmt"
	"testing"

	"erba/kernel"
	"erba/platform/db"
)

// Who sells says that an invoice is disputed, and delivery does not go on for it.
func TestADisputeDoesNotLiftAStop(t *testing.T) {
	each(t, func(g *ground) {
		watch := func() (since kernel.Date) {
			g.Helper()
			g.system(func(tx *db.Tx) (err error) {
				if err = g.Watch(tx, g.mine); err == nil {
					_, since, err = g.Stopped(tx, g.mine)
				}
				return err
			})
			return since
		}
		g.on(kernel.On(2026, 7, 1)) // R1 is 31 days late
		if watch().IsZero() {
			g.Fatal("it is too late")
		}
		_, err := g.Dispute(g.As("rep"), Dispute{Account: g.mine, Number: "R1", Reason: "quality", Amount: 1000_00, Says: "客户说货有问题"})
		g.must(err)
		if watch().IsZero() {
			g.Error("nothing was paid")
		}
		g.pays(kernel.On(2026, 7, 1), 1000)
		if !watch().IsZero() {
			g.Error("it is paid")
		}
	})
}

// What belongs to one account is not changed under the name of another.
func TestNothingIsChangedUnderAnotherAccount(t *testing.T) {
	each(t, func(g *ground) {
		stop, err := g.Stop(g.As("director"), g.mine, "三次催款没有回音")
		g.must(err)
		p, err := g.Promise(g.As("rep"), Promise{Account: g.mine, Amount: 100, Due: june.Add(3), Who: "财务"})
		g.must(err)
		at := "/api/accounts/" + g.his.String() + "/collection/"
		for what, said := range map[string]int{
			"lift":     g.Do("director", "POST", at+"stops/"+stop.ID.String()+"/lift", `{"reason":"担保"}`, "If-Match", `"1"`).Code,
			"withdraw": g.Do("director", "DELETE", at+"promises/"+p.ID.String(), "", "If-Match", `"1"`).Code,
		} {
			if said != 404 {
				g.Errorf("%s: %s", what, fmt.Sprint(said))
			}
		}
	})
}
