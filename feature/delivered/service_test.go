package delivered

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"

	"erba/analysis/delivered"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
)

var features = []app.Feature{account.Feature, approval.Feature, Feature}

// stage is an account of the rep's and one of the other's.
type stage struct {
	*apptest.Stage
	mine, his kernel.ID
}

func set(s *apptest.Stage) *stage {
	st := &stage{Stage: s}
	for owner, id := range map[string]*kernel.ID{"rep": &st.mine, "other": &st.his} {
		a := []account.Account{{Code: owner, Name: "客户" + owner}}
		if err := account.New(s.Kit).Open(s.As(owner), a...); err != nil {
			s.Fatal(err)
		}
		*id = a[0].ID
	}
	return st
}

func read[T any](s *apptest.Stage, w *httptest.ResponseRecorder) (into T) {
	s.Helper()
	if w.Code != 200 {
		s.Fatalf("%d %s", w.Code, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), &into); err != nil {
		s.Fatal(err)
	}
	return into
}

func (st *stage) open(role string, account kernel.ID, unit string, others ...string) Offer {
	st.Helper()
	raw, _ := json.Marshal(others)
	return read[Offer](st.Stage, st.Do(role, "POST", "/api/accounts/"+account.String()+"/offers", `{"name":"年度服务合同","unit":"`+unit+`","others":`+string(raw)+`}`))
}

func (st *stage) say(role string, o Offer, side, component, version int, amount int64) *httptest.ResponseRecorder {
	return st.Do(role, "PUT", fmt.Sprintf("/api/offers/%s/sides/%d/values/%s", o.ID, side, delivered.Names[component]),
		fmt.Sprintf(`{"amount":%d,"evidence":"投标文件第三页"}`, amount), "If-Match", fmt.Sprintf(`"%d"`, version))
}

var known = [][delivered.Components]int64{{50_000, 12_000, 5_000, 8_000, 52_000, 4_000, 2_000, 1_000}, {45_000, 9_000, 4_000, 6_000, 46_000, 3_500, 1_500, 500}}

// filled is the worked example of the specification, typed in by the rep.
func (st *stage) filled() Offer {
	st.Helper()
	o := st.open("rep", st.mine, "money", "对手甲")
	for side, amounts := range known {
		for c, amount := range amounts {
			if w := st.say("rep", o, side, c, 0, amount*100); w.Code != 200 {
				st.Fatalf("%d %s", w.Code, w.Body)
			}
		}
	}
	return read[Offer](st.Stage, st.Do("rep", "GET", "/api/offers/"+o.ID.String(), ""))
}

// The worked example of method M49, typed in on the account page.
func TestM49OnTheAccountPage(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		o := set(s).filled()
		if *o.Sides[0].Sum.Delivered != 16_000_00 || *o.Sides[1].Sum.Delivered != 12_500_00 || *o.Standing.Lead != 3_500_00 || !o.Standing.Leads || o.Standing.Best != 1 {
			s.Errorf("%+v", o)
		}
		if price := o.Standing.Steps[delivered.Money]; *price.To != 55_500_00 || *price.Change != 3_500_00 {
			s.Errorf("%+v", price)
		}
		if v := o.Sides[0].Values[0]; v.By == "" || v.Evidence != "投标文件第三页" || v.On.IsZero() || o.Why.Result != "delivered.leads" {
			s.Errorf("%+v, %+v", v, o.Why)
		}
	})
}

// A sheet of which something is not known is not compared; a new value takes the
// place of the one that its author has read.
func TestValuesComeOneByOne(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		o := st.open("rep", st.mine, "points", "对手甲", "对手乙")
		for i, tt := range []struct {
			side, version int
			amount        int64
			want          int
		}{{0, 0, 80_00, 200}, {0, 0, 90_00, 412}, {0, 1, 85_00, 200}, {0, 2, 101_00, 422}, {3, 0, 1, 404}, {2, 0, -1, 422}} {
			if w := st.say("rep", o, tt.side, delivered.Product, tt.version, tt.amount); w.Code != tt.want {
				s.Errorf("%d: %d %s", i, w.Code, w.Body)
			}
		}
		all := read[Offers](s, s.Do("rep", "GET", "/api/accounts/"+st.mine.String()+"/offers", ""))
		if !all.May || len(all.Rows) != 1 || all.Rows[0].Sides[0].Values[0].Amount != 85_00 || all.Rows[0].Standing.Lead != nil || all.Rows[0].Why.Result != "delivered.unknown" {
			s.Errorf("%+v", all)
		}
	})
}

func TestASheetIsChangedAndDropped(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		o := set(s).filled()
		path := "/api/offers/" + o.ID.String()
		change := func(version int64, body string) *httptest.ResponseRecorder {
			return s.Do("rep", "PUT", path, body, "If-Match", fmt.Sprintf(`"%d"`, version))
		}
		if w := change(1, `{"name":"合同","others":[]}`); w.Code != 422 {
			s.Errorf("nobody else: %d", w.Code)
		}
		now := read[Offer](s, change(1, `{"name":"三年合同","others":["甲公司","乙公司"]}`))
		if now.Name != "三年合同" || len(now.Sides) != 3 || now.Sides[1].Name != "甲公司" || *now.Sides[1].Sum.Delivered != 12_500_00 {
			s.Errorf("%+v", now)
		}
		if w := change(1, `{"name":"旧","others":["甲公司","乙公司"]}`); w.Code != 412 {
			s.Errorf("an old version: %d", w.Code)
		}
		if w := change(now.Version, `{"name":"合同","others":["甲公司"]}`); w.Code != 409 || !strings.Contains(w.Body.String(), "delivered.side_lost") {
			s.Errorf("one is left out: %d %s", w.Code, w.Body)
		}
		if w := change(now.Version, `{"name":"合同","others":["甲公司","甲公司"]}`); w.Code != 422 {
			s.Errorf("one twice: %d", w.Code)
		}
		if w := s.Do("rep", "DELETE", path, "", "If-Match", fmt.Sprintf(`"%d"`, now.Version)); w.Code != 200 && w.Code != 204 {
			s.Errorf("dropped: %d %s", w.Code, w.Body)
		}
		if w := s.Do("rep", "GET", path, ""); w.Code != 404 {
			s.Errorf("it is still there: %d", w.Code)
		}
	})
}

func TestWhoSeesOffers(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		s.Uncapped()
		o := st.filled()
		for role, want := range map[string]int{"rep": 200, "manager": 200, "director": 200, "other": 404} {
			for _, path := range []string{"/offers/" + o.ID.String(), "/offers/" + o.ID.String() + "/export", "/accounts/" + st.mine.String() + "/offers",
				"/offers/" + o.ID.String() + "/sides/0/values/money"} {
				if w := s.Do(role, "GET", "/api"+path, ""); w.Code != want {
					s.Errorf("%s reads %s: %d", role, path, w.Code)
				}
			}
		}
		if w := st.say("other", o, 0, 0, 1, 1); w.Code != 404 {
			s.Errorf("a stranger writes: %d", w.Code)
		}
		w := s.Do("director", "GET", "/api/offers/"+o.ID.String()+"/export?format=csv", "", "Accept-Language", "en")
		for _, row := range []string{"We,Money,52000.00,投标文件第三页,", ",55500.00,0.0673", "对手甲,Delivered value,12500.00"} {
			if !strings.Contains(w.Body.String(), row) {
				s.Errorf("lacks %s: %s", row, w.Body)
			}
		}
	})
}

// Sheets go with their account into another one, and back.
func TestSheetsFollowTheirAccount(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		st.filled()
		count := func(id kernel.ID) int {
			return len(read[Offers](s, s.Do("director", "GET", "/api/accounts/"+id.String()+"/offers", "")).Rows)
		}
		m, err := account.New(s.Kit).Merge(s.As("director"), st.mine, st.his, nil)
		if err != nil {
			s.Fatal(err)
		}
		if count(st.his) != 1 {
			s.Errorf("merged: %d", count(st.his))
		}
		if err := account.New(s.Kit).Part(s.As("director"), m.ID); err != nil {
			s.Fatal(err)
		}
		if count(st.his) != 0 || count(st.mine) != 1 {
			s.Errorf("parted: %d, %d", count(st.his), count(st.mine))
		}
	})
}
