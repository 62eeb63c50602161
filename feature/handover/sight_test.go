package handover

import (
	"slices"
	"strings"
	"testing"

	"erba/feature/contact"
	"erba/feature/notice"
	"erba/feature/privacy"
	"erba/feature/relation"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// known puts somebody on the map of the account, of whom we think something.
func (g *ground) known(name string) kernel.ID {
	g.Helper()
	c, err := contact.New(g.Kit).Meet(g.As("rep"), contact.Contact{Account: g.account, Name: name})
	g.ok(err)
	g.ok(g.DB.Write(g.As("director"), func(tx *db.Tx) error {
		return g.Relations.Enter(tx, g.account, relation.Draft{Judgements: []relation.Saying{{Contact: c.ID, Field: relation.Attitude, Value: "-2", Evidence: "骆知远说预算都归他"}}})
	}))
	return c.ID
}

// taken has the other one accept the pack.
func (g *ground) taken() Listed {
	g.Helper()
	g.hand("other")
	h := g.latest("other")
	_, err := g.Accept(g.As("other"), h.ID, h.Version, "")
	g.ok(err)
	return h
}

// What is thought of people leaves in a pack with those alone who may take a map along.
func TestAPackTakesNothingAlongThatItsReaderMayNot(t *testing.T) {
	each(t, func(g *ground) {
		g.Uncapped()
		g.known("周总")
		g.Grant("other", "commitment:export", "O")
		h := g.taken()
		for may, want := range map[string]bool{"O": true, "": false} {
			g.Grant("other", "relation:export", may)
			file := g.Do("other", "GET", "/api/handovers/"+h.ID.String()+"/export?format=csv", "").Body.String()
			if strings.Contains(file, "周总") != want || !strings.Contains(file, "送全寿命成本对比") {
				g.Errorf("with %q: %s", may, file)
			}
		}
	})
}

// Who is forgotten is forgotten in packs, too; who is told what is kept of him is not
// told by a pack what is thought of him.
func TestAPackForgetsPeople(t *testing.T) {
	each(t, func(g *ground) {
		gone, stays := g.known("周总"), g.known("骆知远")
		h := g.taken()
		office, desk := g.As("director"), privacy.New(g.Kit)
		r, err := desk.Ask(office, privacy.Request{Kind: privacy.Wishes[0], Who: &privacy.Who{Name: "骆知远"}, Received: g.today()})
		g.ok(err)
		r, err = desk.Choose(office, r.ID, r.Version, []privacy.Record{{Of: "contact", ID: stays}})
		g.ok(err)
		_, all, err := desk.Package(office, r.ID)
		g.ok(err)
		for _, part := range all {
			if part.Table == "handovers" || part.Key == "privacy.held_mentions" && strings.HasPrefix(part.Table, "relation_") {
				g.Errorf("%s tells %+v", part.Table, part.Rows)
			}
		}
		g.ok(g.DB.Write(identity.With(g.Context(), identity.System()), func(tx *db.Tx) error {
			return keeper{}.Erase(tx, privacy.Person{Records: []privacy.Record{{Of: "contact", ID: gone}}})
		}))
		sheet, err := g.Find(g.As("other"), h.ID)
		g.ok(err)
		if tells(sheet.Pack, "people", "周总") || !tells(sheet.Pack, "people", "骆知远") || !tells(sheet.Pack, "promises", "送全寿命成本对比") {
			g.Errorf("%+v", sheet.Pack)
		}
	})
}

// A notice about an account is read by who may still read what it is about.
func TestWhoMayReadHandOversNoMoreIsNotToldOfThem(t *testing.T) {
	each(t, func(g *ground) {
		g.hand("other")
		for _, may := range []string{"O", ""} {
			g.Grant("other", "handover:read", may)
			page, err := g.Notices.List(g.As("other"), kernel.ID{}, 10)
			g.ok(err)
			if told := slices.ContainsFunc(page.Rows, func(n notice.Told) bool { return strings.HasPrefix(n.Path, "/handovers/") }); told != (may != "") || page.Unread != len(page.Rows) {
				g.Errorf("with %q: %+v", may, page)
			}
		}
	})
}
