package pricing

import (
	"fmt"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/opportunity"
	"erba/kernel"
)

// Neither floor nor cost reaches a rep: not by an answer, a sort, a filter, an
// export, the words of a refusal, or the proposal that he made himself.
func TestFloorAndCostReachNoRep(t *testing.T) {
	each(t, func(g *ground) {
		g.Uncapped()
		// a floor and a cost that no other number contains
		floor, err := kernel.ParseDecimal("81.37")
		g.must(err)
		cost, err := kernel.ParseDecimal("63.59")
		g.must(err)
		_, err = g.SetFloor(g.As("director"), Floor{Product: g.gear, From: june, Floor: &floor, Unit: &cost})
		g.must(err)
		d := g.deal(10, 75)
		p, err := g.ask(d, 10, 75)
		g.must(err)
		id, gear := d.ID.String(), g.gear.String()
		asked := []string{"GET /api/opportunities/" + id, "GET /api/opportunities/" + id + "/prices", "GET /api/prices/specials", "GET /api/prices/specials/export?format=csv",
			"GET /api/prices/specials?sort=floor", "GET /api/prices/specials?state=below", "GET /api/prices/floors", "GET /api/prices/floors/export?format=csv",
			"GET /api/prices/frameworks", "GET /api/prices/lists", "GET /api/approvals", "GET /api/approvals/" + p.Approval.String(), "GET /api/products/" + gear,
			"GET /api/products?search=P1", "PUT /api/prices/floors/" + gear, "POST /api/opportunities/" + id + "/move"}
		for _, one := range asked {
			verb, path, _ := strings.Cut(one, " ")
			body, match := "", []string{}
			switch verb {
			case "PUT":
				body = `{"floor":"1"}`
			case "POST":
				body, match = `{"stage":"offer"}`, []string{"If-Match", fmt.Sprintf(`"%d"`, d.Version)}
			}
			answer := g.Do("rep", verb, path, body, match...).Body.String()
			for _, secret := range []string{"81.37", "81370000", "63.59", "63590000", `"floor"`, `"unit_cost"`, `"below"`, `"margin"`, `"deep"`, "special:below", "special:approve"} {
				if strings.Contains(answer, secret) {
					g.Errorf("%s tells a rep %s: %s", one, secret, answer)
				}
			}
		}
		seen := g.Do("manager", "GET", "/api/prices/specials", "").Body.String()
		if !strings.Contains(seen, `"floor":"81.37"`) || !strings.Contains(seen, `"deep":true`) {
			g.Errorf("who leads him decides blindly: %s", seen)
		}
		if seen := g.Do("director", "GET", "/api/prices/floors", "").Body.String(); !strings.Contains(seen, `"unit_cost":"63.59"`) {
			g.Errorf("%s", seen)
		}
	})
}

// By trying one price after the other a rep learns nothing: the answer changes at the
// price he knows, wherever the floor lies.
func TestTryingTellsNothingOfTheFloor(t *testing.T) {
	each(t, func(g *ground) {
		d := g.deal(10, 100)
		for _, floor := range []int64{20, 80, 99} {
			_, err := g.SetFloor(g.As("director"), Floor{Product: g.gear, From: june, Floor: yuan(floor)})
			g.must(err)
			for _, asked := range []int64{99, 90, 60, 30, 10, 1} {
				d = g.offers(d, 10, asked)
				_, err := g.Deals.Advance(g.As("rep"), d.ID, d.Version, "offer", "")
				if key(err) != "pricing.needs_consent" || strings.Contains(fmt.Sprint(err), "floor") {
					g.Errorf("floor %d, asked %d: %v", floor, asked, err)
				}
				o, err := g.OfDeal(g.As("rep"), d.ID)
				if err != nil || o.Lines[0].State != "needs" {
					g.Errorf("floor %d, asked %d: %+v, %v", floor, asked, o.Lines, err)
				}
			}
		}
		d = g.offers(d, 10, 100)
		_, err := g.Deals.Advance(g.As("rep"), d.ID, d.Version, "offer", "")
		g.must(err)
	})
}

func TestAProductWithoutAFloorIsAnybodysToSell(t *testing.T) {
	each(t, func(g *ground) {
		d := g.deal(10, 100)
		d, err := g.Deals.Offer(g.As("rep"), d.ID, d.Version, []opportunity.Line{{Product: g.bolt, Text: "螺栓", Quantity: kernel.Whole(1), Asked: kernel.Whole(1)}})
		g.must(err)
		_, err = g.Deals.Advance(g.As("rep"), d.ID, d.Version, "offer", "")
		g.must(err)
	})
}

// What was granted for one customer is not what another one pays, though the deal
// now is with him; it counts again once the deal is back.
func TestConsentStaysWithTheCustomer(t *testing.T) {
	each(t, func(g *ground) {
		other := []account.Account{{Code: "rep2", Name: "另一客户", Region: "华东"}}
		g.must(account.New(g.Kit).Open(g.As("rep"), other...))
		d := g.deal(10, 85)
		p, err := g.ask(d, 10, 85)
		g.must(err)
		g.must(g.decide("manager", p, true))
		with := func(to kernel.ID) {
			d, err = g.Deals.Amend(g.As("rep"), opportunity.Deal{ID: d.ID, Version: d.Version, Account: to, Name: d.Name, Owner: d.Owner})
			g.must(err)
		}
		with(other[0].ID)
		if _, err := g.Deals.Advance(g.As("rep"), d.ID, d.Version, "offer", ""); key(err) != "pricing.needs_consent" {
			g.Errorf("consent for one customer lets another one have the price: %v", err)
		}
		with(g.mine)
		_, err = g.Deals.Advance(g.As("rep"), d.ID, d.Version, "offer", "")
		g.must(err)
	})
}
