package store

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
)

type ground struct {
	*apptest.Stage
	*Service
	mine, hers kernel.ID
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, []app.Feature{account.Feature, approval.Feature, method.Feature, Feature}, func(s *apptest.Stage) {
		s.Grant("rep", "account:read", "O")
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.mine, g.hers = g.open("rep", "便利连锁"), g.open("director", "大卖场")
		f(g)
	})
}

func (g *ground) ok(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

func (g *ground) open(role, name string) kernel.ID {
	g.Helper()
	all := []account.Account{{Code: name, Name: name}}
	g.ok(account.New(g.Kit).Open(g.As(role), all...))
	return all[0].ID
}

func key(err error) string {
	f, _ := errors.AsType[*kernel.Fault](err)
	if f == nil {
		return ""
	}
	return f.Key
}

// there are answers that these tools were found.
func there(pairs ...string) (all []Answer) {
	for i := 0; i < len(pairs); i += 2 {
		all = append(all, Answer{Stage: pairs[i], Tool: pairs[i+1], Present: true})
	}
	return all
}

func (g *ground) check(shop string, on kernel.Date, given []Answer) Sheet {
	g.Helper()
	sheet, err := g.Enter(g.As("rep"), Check{Account: g.mine, Shop: shop, Day: on}, given)
	g.ok(err)
	return sheet
}

// worked are the tools of the specification's example.
var worked = there("attention", "plaza", "attention", "board", "attention", "poster", "attention", "leaflet", "interest", "front",
	"desire", "sign", "action", "price", "action", "burst", "action", "bundle", "satisfaction", "promise")

func TestAShopIsChecked(t *testing.T) {
	each(t, func(g *ground) {
		sheet := g.check(" 人民路店 ", g.today(), worked)
		if sheet.Shop != "人民路店" || sheet.Total == nil || *sheet.Total != 716_667 || sheet.Bottleneck != "interest" || len(sheet.Answers) != 14 {
			t.Errorf("the worked example: %+v", sheet.Check)
		}
		next := sheet.Check
		next.Note = "堆头被占"
		after, err := g.Enter(g.As("rep"), next, append(worked, there("interest", "window")...))
		g.ok(err)
		if after.Bottleneck != "desire" || after.Version != 2 || after.By != sheet.By {
			t.Errorf("one tool more: %+v", after.Check)
		}
		if _, err := g.Enter(g.As("rep"), next, worked); key(err) != "db.stale" {
			t.Errorf("the second one to change it is told: %v", err)
		}
		g.ok(g.Drop(g.As("rep"), after.ID, after.Version))
		if _, err := g.Find(g.As("rep"), after.ID); key(err) != "db.missing" {
			t.Errorf("it is gone: %v", err)
		}
	})
}

func TestTheWeakestShopComesFirst(t *testing.T) {
	each(t, func(g *ground) {
		g.check("东店", g.today().Add(-9), nil)
		g.check("东店", g.today(), worked)
		g.check("西店", g.today(), there("attention", "plaza"))
		r, err := g.Rank(g.As("rep"))
		g.ok(err)
		if len(r.Rows) != 2 || r.Rows[0].Shop != "西店" || *r.Rows[1].Total != 716_667 {
			t.Errorf("the last check of each: %+v", r.Rows)
		}
		if r, err = g.Rank(g.As("other")); err != nil || len(r.Rows) != 0 {
			t.Errorf("others see none of it: %+v %v", r, err)
		}
	})
}

func TestWhatIsNoCheck(t *testing.T) {
	each(t, func(g *ground) {
		for sentence, c := range map[string]struct {
			check Check
			key   string
		}{
			"a shop has a name":                {Check{Account: g.mine, Shop: " ", Day: g.today()}, "store.no_shop"},
			"nobody looks tomorrow":            {Check{Account: g.mine, Shop: "东店", Day: g.today().Add(1)}, "store.bad_day"},
			"an account out of sight is none":  {Check{Account: g.hers, Shop: "东店", Day: g.today()}, "db.missing"},
			"a check out of nowhere is no one": {Check{ID: kernel.NewID(), Shop: "东店", Day: g.today()}, "db.missing"},
		} {
			if _, err := g.Enter(g.As("rep"), c.check, nil); key(err) != c.key {
				t.Errorf("%s: %v, want %s", sentence, err, c.key)
			}
		}
	})
}

func photograph(t *testing.T) []byte {
	t.Helper()
	var body bytes.Buffer
	if err := jpeg.Encode(&body, image.NewGray(image.Rect(0, 0, 320, 200)), nil); err != nil {
		t.Fatal(err)
	}
	return body.Bytes()
}

func TestPhotos(t *testing.T) {
	each(t, func(g *ground) {
		sheet := g.check("东店", g.today(), worked)
		one, err := g.Take(g.As("rep"), sheet.ID, "poster", bytes.NewReader(photograph(t)))
		g.ok(err)
		whole, err := g.Photo(g.As("rep"), one.ID)
		g.ok(err)
		if whole.Width != 320 || whole.Tool != "poster" || len(whole.Body) == 0 {
			t.Errorf("the photo: %+v", whole.Photo)
		}
		if _, err := g.Photo(g.As("other"), one.ID); key(err) != "db.missing" {
			t.Errorf("others see none: %v", err)
		}
		if _, err := g.Take(g.As("other"), sheet.ID, "", bytes.NewReader(photograph(t))); key(err) != "db.missing" {
			t.Errorf("others add none: %v", err)
		}
		if _, err := g.Take(g.As("rep"), sheet.ID, "balloon", bytes.NewReader(photograph(t))); key(err) != "store.no_tool" {
			t.Errorf("of what is not asked for there is none: %v", err)
		}
		g.ok(g.Forget(g.As("rep"), one.ID))
		for range mostPhotos {
			_, err := g.Take(g.As("rep"), sheet.ID, "", bytes.NewReader(photograph(t)))
			g.ok(err)
		}
		if _, err := g.Take(g.As("rep"), sheet.ID, "", bytes.NewReader(photograph(t))); key(err) != "store.many_photos" {
			t.Errorf("there is an end: %v", err)
		}
	})
}

func TestChecksGoWithTheirAccount(t *testing.T) {
	each(t, func(g *ground) {
		sheet := g.check("东店", g.today(), worked)
		other := g.open("rep", "便利连锁有限公司")
		merge, err := account.New(g.Kit).Merge(g.As("director"), g.mine, other, nil)
		g.ok(err)
		if got, err := g.Find(g.As("director"), sheet.ID); err != nil || got.Account != other {
			t.Errorf("merged: %+v %v", got.Account, err)
		}
		g.ok(account.New(g.Kit).Part(g.As("director"), merge.ID))
		if got, err := g.Find(g.As("rep"), sheet.ID); err != nil || got.Account != g.mine {
			t.Errorf("parted: %+v %v", got.Account, err)
		}
	})
}
