package claim

import (
	"slices"

	"erba/analysis/clean"
	"erba/kernel"
	"erba/platform/db"
)

// A claim belongs to who has made it and to no account; every statement is given
// the condition of who may see it.

const columns = `c.id, c.user_id, c.name, c.city, c.region, c.uscc, c.phone, c.domain, c.project, c.evidence, c.reason, c.state, c.asked_on,
	c.until_on, c.renewals, c.warned, c.account_id, c.rival_account_id, c.rival_claim_id, c.rival_id, c.decider_id, c.decided_by_id,
	c.decided_on, c.decision, c.version`

// viewing is who looks at claims.
type viewing struct {
	user  kernel.ID
	all   bool        // he sees every claim
	leads bool        // he sees those of his line
	voice []kernel.ID // in whose name he decides: his own, and of those whom he stands in for
}

// led is true for the claims of those who report to somebody.
const led = `c.user_id IN (SELECT r.user_id FROM reports r WHERE r.manager_id = ?)`

// sight is true for the claims that somebody sees.
func (v viewing) sight() db.Cond {
	return db.If(!v.all, "(c.user_id = ? OR (?) OR ?)", v.user, v.deciding(),
		db.If(true, "? AND "+led, yes(v.leads), v.user))
}

// deciding is true for those that he is to decide about: nobody learns what stands
// against a claim by standing in for who decides, unless he may decide himself.
func (v viewing) deciding() db.Cond {
	return db.If(true, "? AND ?", yes(v.leads), db.In("c.decider_id", v.voice...))
}

func yes(on bool) db.Cond {
	if on {
		return db.Cond{Text: "1 = 1"}
	}
	return db.Cond{Text: "1 = 0"}
}

func find(tx *db.Tx, v viewing, id kernel.ID) (Claim, error) {
	return db.Find[Claim](tx, `SELECT `+columns+` FROM claims c WHERE c.id = ? AND ? AND ?`, id, v.sight(), tx.Shared())
}

// Which narrows a list of claims.
type Which struct {
	State  string
	Mine   bool // only the viewer's own
	Decide bool // only what he has to decide about
	After  kernel.ID
	Limit  int
}

// list is a page of claims, the latest first.
func list(tx *db.Tx, v viewing, w Which) ([]Claim, error) {
	return db.List[Claim](tx, `SELECT `+columns+` FROM claims c WHERE ? AND ? AND ? AND ? AND ? AND ? ORDER BY c.id DESC LIMIT ?`,
		db.If(w.State != "", "c.state = ?", w.State), db.If(w.Mine, "c.user_id = ?", v.user), db.If(w.Decide, "?", v.open()),
		db.If(!w.After.IsZero(), "c.id < ?", w.After), v.sight(), tx.Shared(), w.Limit)
}

// open is true for the claims that wait for the viewer's decision. What nobody in
// particular is to decide about waits for everybody who sees all.
func (v viewing) open() db.Cond {
	return db.If(true, "(c.state IN ('asked', 'clashing') AND c.user_id <> ? AND ((?) OR ? AND c.decider_id IS NULL))", v.user, v.deciding(), yes(v.all && v.leads))
}

func countOpen(tx *db.Tx, v viewing) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM claims c WHERE ? AND ?`, v.open(), tx.Shared())
}

func countLive(tx *db.Tx, user kernel.ID) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM claims c WHERE c.user_id = ? AND ? AND ?`, user, db.In("c.state", Live...), tx.Shared())
}

// live are all claims that stand: few, for each person has but some.
func live(tx *db.Tx) ([]Claim, error) {
	return db.List[Claim](tx, `SELECT `+columns+` FROM claims c WHERE ? AND ? ORDER BY c.id`, db.In("c.state", Live...), tx.Shared())
}

func add(tx *db.Tx, c Claim) error {
	_, err := tx.Exec(`INSERT INTO claims (id, user_id, name, core, city, region, uscc, phone, domain, project, evidence, reason, state, asked_on,
			until_on, renewals, warned, account_id, rival_account_id, rival_claim_id, rival_id, decider_id, decided_by_id, decided_on, decision, version)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		c.ID, c.User, c.Name, clean.CompanyCore(c.Name), c.City, c.Region, c.USCC, c.Phone, c.Domain, c.Project, c.Evidence, c.Reason, c.State, c.Asked,
		c.Until, c.Renewals, c.Warned, c.Account, c.RivalAccount, c.RivalClaim, c.Rival, c.Decider, c.DecidedBy, c.Decided, c.Decision, c.Version)
	return err
}

// replace writes over the version that somebody has read.
func replace(tx *db.Tx, c Claim) error {
	return tx.Replace(`UPDATE claims SET state = ?, until_on = ?, renewals = ?, warned = ?, account_id = ?, decided_by_id = ?, decided_on = ?,
			decision = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`,
		c.State, c.Until, c.Renewals, c.Warned, c.Account, c.DecidedBy, c.Decided, c.Decision, c.ID, c.Version, tx.Shared())
}

// bosses are who leads both of two users and is neither of them, the nearest first.
func bosses(tx *db.Tx, one, other kernel.ID) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT r.manager_id FROM reports r JOIN reports q ON q.manager_id = r.manager_id JOIN users u ON u.id = r.manager_id
		WHERE r.user_id = ? AND q.user_id = ? AND r.manager_id <> ? AND r.manager_id <> ? AND u.active AND ?
		ORDER BY (SELECT count(*) FROM reports n WHERE n.manager_id = r.manager_id), r.manager_id`, one, other, one, other, tx.Shared())
}

// claimedFor are those of some accounts that have come of a claim.
func claimedFor(tx *db.Tx, accounts []kernel.ID) (found []kernel.ID, err error) {
	for part := range slices.Chunk(accounts, 100) {
		some, err := db.List[kernel.ID](tx, `SELECT c.account_id FROM claims c WHERE ? AND ?`, db.In("c.account_id", part...), tx.Shared())
		if err != nil {
			return nil, err
		}
		found = append(found, some...)
	}
	return found, nil
}

// covered are the claims of which an account has come and that still count.
func covered(tx *db.Tx, today kernel.Date) ([]Claim, error) {
	return db.List[Claim](tx, `SELECT `+columns+` FROM claims c WHERE c.account_id IS NOT NULL AND c.until_on >= ? AND ?`, today, tx.Shared())
}

// holding are the claims that hold some companies on a day, by their names or codes.
func holding(tx *db.Tx, today kernel.Date, companies []Company) ([]Claim, error) {
	var cores, codes []string
	for _, c := range companies {
		cores = append(cores, clean.CompanyCore(c.Name))
		if c.USCC != "" {
			codes = append(codes, c.USCC)
		}
	}
	return db.List[Claim](tx, `SELECT `+columns+` FROM claims c WHERE c.state = 'granted' AND c.until_on >= ? AND (? OR c.uscc <> '' AND ?) AND ? ORDER BY c.id`,
		today, db.In("c.core", cores...), db.In("c.uscc", codes...), tx.Shared())
}
