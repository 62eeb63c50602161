package rights

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/identity"
)

// relations are how an account stands to somebody; every user has one of each.
var relations = []string{"owned", "in the team", "was in the team", "will be in the team", "owned by a report", "owned by a report's report",
	"owned by the boss", "in the region", "key account in the region", "flagged", "shared", "was shared", "stood in for", "was stood in for", "a stranger's", "none"}

// cast is somebody who asks, with those around him and his accounts by relation.
type cast struct {
	person
	login    string
	accounts map[string]kernel.ID
	contacts map[string]kernel.ID
	with     map[way][]string // headers
}

// world is a stage with everybody on it.
type world struct {
	*apptest.Stage
	facts    facts
	casts    []*cast
	stranger kernel.ID
	nothing  kernel.ID // of which there is nothing
	ware     kernel.ID // a product
	letters  map[string]map[string]string
	mutated  bool              // the program was made wrong on purpose
	contact  string            // as the database knows one, to copy
	blunt    map[string]string // routes about accounts that answer alike whether there is one or not
	base     map[string]string // the relations' tables when they stand as the facts say
}

const password = "secret"

// raise fills a stage: for every role somebody with his boss, his reports, whom
// he stands in for, and an account in every relation.
func raise(s *apptest.Stage) *world {
	w := &world{Stage: s, nothing: kernel.NewID(), ware: kernel.NewID(), letters: lettersOf(rules), blunt: map[string]string{}}
	w.facts.today = kernel.Today()
	w.stranger = w.join("stranger", "rep", kernel.ID{}).id
	for _, role := range roles {
		w.casts = append(w.casts, w.cast(role))
	}
	w.write()
	w.bargain()
	w.price()
	w.fund()
	for _, c := range w.casts {
		w.credentials(c)
	}
	w.base = w.Tables(relationTables...)
	return w
}

func (w *world) join(login, role string, boss kernel.ID, regions ...string) person {
	u, err := w.Kit.Users.Add(w.Context(), identity.User{Login: login, Name: login, Roles: identity.Roles{role}, Language: "en", Boss: boss}, password)
	if err != nil {
		w.Fatal(err)
	}
	p := person{u.ID, boss, role, regions}
	w.facts.people = append(w.facts.people, p)
	return p
}

func (w *world) cast(role string) *cast {
	region := "region of " + role
	boss := w.join("boss of "+role, "director", kernel.ID{})
	c := &cast{login: "one " + role, accounts: map[string]kernel.ID{}, contacts: map[string]kernel.ID{}, with: map[way][]string{}}
	c.person = w.join(c.login, role, boss.id, region)
	report := w.join("report of "+role, "rep", c.id)
	deep := w.join("report's report of "+role, "rep", report.id)
	away, back := w.join("away of "+role, "rep", kernel.ID{}), w.join("back of "+role, "rep", kernel.ID{})
	w.facts.stands = append(w.facts.stands, stand{away.id, c.id, w.day(-1), w.day(1)}, stand{back.id, c.id, w.day(-9), w.day(-1)})
	owners := map[string]kernel.ID{"owned": c.id, "owned by a report": report.id, "owned by a report's report": deep.id,
		"owned by the boss": boss.id, "stood in for": away.id, "was stood in for": back.id}
	for _, relation := range relations[:len(relations)-1] {
		id := w.open(role + ": " + relation)
		c.accounts[relation] = id
		owner, ok := owners[relation]
		if !ok {
			owner = w.stranger
		}
		w.facts.members = append(w.facts.members, member{account: id, user: owner, owner: true})
		w.relate(c, relation, id, region)
	}
	c.accounts["none"] = kernel.NewID()
	c.contacts["none"] = kernel.NewID()
	return c
}

// relate adds what makes a relation beside its owner.
func (w *world) relate(c *cast, relation string, id kernel.ID, region string) {
	f := &w.facts
	where := place{id, "elsewhere", false}
	switch relation {
	case "in the team":
		f.members = append(f.members, member{id, c.id, false, w.day(-1), w.day(0)})
	case "was in the team":
		f.members = append(f.members, member{id, c.id, false, w.day(-9), w.day(-1)})
	case "will be in the team":
		f.members = append(f.members, member{id, c.id, false, w.day(1), kernel.Date{}})
	case "in the region":
		where.region = region
	case "key account in the region":
		where.region, where.key = region, true
	case "flagged":
		f.flagged = append(f.flagged, id)
	case "shared":
		f.shares = append(f.shares, share{id, c.id, w.day(-1), w.day(1)})
	case "was shared":
		f.shares = append(f.shares, share{id, c.id, w.day(-9), w.day(-1)})
	}
	f.places = append(f.places, where)
}

func (w *world) day(n int) kernel.Date { return w.facts.today.Add(n) }

// open makes an account with a contact, as operations of the stage.
func (w *world) open(name string) kernel.ID {
	if w.contact == "" {
		w.contact = w.made("operations", "/api/accounts", fmt.Sprintf(`{"code":%q,"name":%q}`, "first", "first"))
		w.contact = w.made("operations", "/api/accounts/"+w.contact+"/contacts", `{"name":"a contact"}`)
	}
	id, err := kernel.ParseID(w.made("operations", "/api/accounts", fmt.Sprintf(`{"code":%q,"name":%q}`, name, name)))
	if err != nil {
		w.Fatal(err)
	}
	return id
}

// made is the ID of what a user of the stage makes.
func (w *world) made(role, path, body string) string {
	w.Helper()
	var one struct{ ID string }
	r := w.Do("", "POST", path, body, "Cookie", w.stageCookie(role))
	if err := json.Unmarshal(r.Body.Bytes(), &one); err != nil || r.Code != 200 {
		w.Fatalf("%s: %d %s", path, r.Code, r.Body)
	}
	return one.ID
}

var cookies = map[string]string{}

func (w *world) stageCookie(login string) string {
	key := fmt.Sprintf("%p %s", w.Stage, login)
	if cookies[key] == "" {
		cookies[key] = cookieOf(w.Cookie(login))
	}
	return cookies[key]
}

func cookieOf(header string) string {
	cookie, _, _ := strings.Cut(header, ";")
	return cookie
}

// relationTables hold what write writes.
var relationTables = strings.Fields("row_members row_shares row_places row_flags delegations user_regions")

// write puts the facts into the database, behind the program's back.
func (w *world) write() {
	for _, table := range relationTables {
		w.Exec(`DELETE FROM ` + table)
	}
	for _, m := range w.facts.members {
		w.Exec(`INSERT INTO row_members (row_id, user_id, owner, from_on, until_on) VALUES (?, ?, ?, ?, ?)`, m.account, m.user, m.owner, date(m.from), date(m.until))
		if m.owner {
			w.Exec(`UPDATE accounts SET owner_id = ? WHERE id = ?`, m.user, m.account)
		}
	}
	for _, s := range w.facts.shares {
		w.Exec(`INSERT INTO row_shares (row_id, user_id, from_on, until_on, granted_by) VALUES (?, ?, ?, ?, ?)`, s.account, s.user, s.from, s.until, w.stranger)
	}
	for _, s := range w.facts.stands {
		w.Exec(`INSERT INTO delegations (user_id, stand_in_id, from_on, until_on) VALUES (?, ?, ?, ?)`, s.away, s.in, s.from, s.until)
	}
	for _, p := range w.facts.places {
		w.Exec(`INSERT INTO row_places (row_id, region, closed) VALUES (?, ?, ?)`, p.account, p.region, p.key)
	}
	for _, id := range w.facts.flagged {
		w.Exec(`INSERT INTO row_flags (row_id, flag) VALUES (?, 'service')`, id)
	}
	for _, p := range w.facts.people {
		for _, r := range p.regions {
			w.Exec(`INSERT INTO user_regions (user_id, region) VALUES (?, ?)`, p.id, r)
		}
	}
	for _, c := range w.casts {
		for relation, account := range c.accounts {
			if relation != "none" && c.contacts[relation].IsZero() {
				c.contacts[relation] = w.copyContact(account)
			}
		}
	}
}

// date is a day as SQL has it, NULL if there is none.
func date(d kernel.Date) any {
	if d.IsZero() {
		return nil
	}
	return d
}

// copyContact puts one more contact to an account.
func (w *world) copyContact(account kernel.ID) kernel.ID {
	w.Helper()
	first, err := kernel.ParseID(w.contact)
	if err != nil {
		w.Fatal(err)
	}
	rows, err := w.Bare(`SELECT * FROM contacts WHERE id = ?`, first)
	if err != nil {
		w.Fatal(err)
	}
	columns, err := rows.Columns()
	rows.Close()
	if err != nil {
		w.Fatal(err)
	}
	id := kernel.NewID()
	named := strings.Join(columns, ", ")
	values := strings.Replace(strings.Replace(named, "id, account_id", "CAST(? AS BIGINT), CAST(? AS BIGINT)", 1), "BIGINT", "BIGINT", 1)
	w.Exec(`INSERT INTO contacts (`+named+`) SELECT `+values+` FROM contacts WHERE id = ?`, id, account, first)
	return id
}

// credentials are all ways in which somebody can come.
func (w *world) credentials(c *cast) {
	w.Exec(`UPDATE users SET login = ? WHERE id = ?`, strings.ReplaceAll(c.login, " ", "."), c.id)
	c.login = strings.ReplaceAll(c.login, " ", ".")
	old := cookieOf(w.Cookie(c.login))
	w.Exec(`UPDATE sign_ins SET since = 0, seen = 0 WHERE user_id = ?`, c.id)
	c.with["expired session"] = []string{"Cookie", old}
	c.with["session"] = []string{"Cookie", cookieOf(w.Cookie(c.login))}
	c.with["nobody"] = nil
	c.with["token"] = []string{"Authorization", "Bearer " + w.token(c)}
	revoked := w.token(c)
	c.with["revoked token"] = []string{"Authorization", "Bearer " + revoked}
	w.Exec(`DELETE FROM api_tokens WHERE id = (SELECT max(id) FROM api_tokens)`)
	off := w.join("off."+c.role, c.role, kernel.ID{})
	gone := cookieOf(w.Cookie("off." + c.role))
	w.Exec(`UPDATE users SET active = FALSE WHERE id = ?`, off.id)
	c.with["switched off"] = []string{"Cookie", gone}
}

// token is the word of one with every grant that somebody can lend.
func (w *world) token(c *cast) string {
	w.Helper()
	var grants []string
	for _, o := range w.routes() {
		if w.letters[o.Grant][c.role] != "" && lent(o.Grant) && o.Grant != "me:use" && !slices.Contains(grants, o.Grant) {
			grants = append(grants, o.Grant)
		}
	}
	body, _ := json.Marshal(map[string]any{"name": "matrix", "grants": grants, "days": 1})
	r := w.Do("", "POST", "/api/me/tokens", string(body), c.with["session"]...)
	var issued struct{ Word string }
	if err := json.Unmarshal(r.Body.Bytes(), &issued); err != nil || r.Code != 200 {
		w.Fatalf("token of %s: %d %s", c.role, r.Code, r.Body)
	}
	return issued.Word
}
