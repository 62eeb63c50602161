package rights

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"testing"

	"erba/feature"
	"erba/kernel"
	"erba/platform/apptest"
)

// plain is all that somebody learns of an account in the pool: what it is.
var plain = []string{"id", "name", "region", "city", "industry", "way", "since", "mine", "claimed"}

// What lies in the pool stands to nobody in a relation. Whoever may take it sees all
// of it, and nothing else that belongs to nobody; of it he sees what it is, and no
// other route shows it to him before it is his.
func TestMatrixOfThePool(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		w := raise(s)
		want := []string{}
		for i, c := range w.casts {
			id := c.accounts["a stranger's"]
			w.Exec(`UPDATE accounts SET owner_id = NULL WHERE id = ?`, id)
			w.Exec(`DELETE FROM row_members WHERE row_id = ?`, id)
			if i%2 == 0 { // the others belong to nobody, and do not lie in the pool
				w.drown(id)
				want = append(want, c.role+": a stranger's")
			}
		}
		slices.Sort(want)
		for _, c := range w.casts {
			if w.letters["pool:read"][c.role] == "" {
				if r := w.Do("", "GET", "/api/pool", "", c.with["session"]...); r.Code != 403 {
					w.Errorf("%s: %d %s", c.role, r.Code, r.Body)
				}
				continue
			}
			if got := w.pooled(c); !slices.Equal(got, want) {
				w.Errorf("%s sees %v of the pool, want %v", c.role, got, want)
			}
			w.closed(c)
		}
		w.once(w.castOf("rep"), w.castOf("key_account_manager"))
	})
}

// drown puts an account into the pool.
func (w *world) drown(id kernel.ID) {
	w.Exec(`INSERT INTO pool_stays (id, account_id, sort_key, region, industry, way, note, members, since_on, ended)
		SELECT ?, a.id, a.sort_key, a.region, a.industry, 'recycled', 'a reason', '[]', ?, '' FROM accounts a WHERE a.id = ?`, kernel.NewID(), w.day(-99), id)
}

// pooled reads the pool page by page, and looks what it tells of each account.
func (w *world) pooled(c *cast) []string {
	names := []string{}
	for after := ""; ; {
		var page struct {
			Rows []map[string]any
			Next string
		}
		w.get(c, "/api/pool?limit=2&after="+url.QueryEscape(after), &page)
		for _, row := range page.Rows {
			names = append(names, fmt.Sprint(row["name"]))
			for field := range row {
				allowed := slices.Contains(plain, field) || field == "order" && w.letters["revenue:read"][c.role] != "" ||
					slices.Contains([]string{"was", "note"}, field) && w.letters["pool:assign"][c.role] != ""
				if !allowed {
					w.Errorf("%s is told %s of %v", c.role, field, row)
				}
			}
		}
		if after = page.Next; after == "" {
			slices.Sort(names)
			return names
		}
	}
}

// closed wants what lies in the pool to be as good as not there by way of the account.
func (w *world) closed(c *cast) {
	id := c.accounts["a stranger's"].String()
	for _, path := range []string{"/api/accounts/" + id, "/api/accounts/" + id + "/contacts", "/api/accounts/" + id + "/sales", "/api/accounts/" + id + "/timeline"} {
		r := w.Do("", "GET", path, "", c.with["session"]...)
		if sees := w.letters["account:read"][c.role] == "A"; !sees && r.Code != 404 && r.Code != 403 {
			w.Errorf("%s reads %s: %d %s", c.role, path, r.Code, r.Body)
		}
	}
}

// once wants what somebody has taken to open to him alone, and to be gone for others.
func (w *world) once(first, second *cast) {
	id := w.castOf("rep").accounts["a stranger's"]
	take := func(c *cast) int {
		return w.Do("", "POST", "/api/pool/"+id.String()+"/taking", "", c.with["session"]...).Code
	}
	read := func(c *cast) int {
		return w.Do("", "GET", "/api/accounts/"+id.String(), "", c.with["session"]...).Code
	}
	got, _ := json.Marshal([]int{take(first), take(second), read(first), read(second)})
	if string(got) != "[200,409,200,404]" {
		w.Errorf("taking, taking again, reading by who has it, and by who has not: %s", got)
	}
}
