package strategy

import (
	"erba/kernel"
	"erba/platform/db"
)

// factsOf is what somebody knows of a deal, with version 0 if nobody has said anything.
func factsOf(tx *db.Tx, deal kernel.ID) (Facts, error) {
	found, err := db.List[Facts](tx, `SELECT f.opportunity_id, f.incumbent, f.changeable, f.changeable_until, f.divisible, f.part, f.part_ratio, f.evidence,
		f.by_id, f.by_name, f.said_on, f.version FROM strategy_facts f JOIN opportunities o ON o.id = f.opportunity_id
		WHERE f.opportunity_id = ? AND ?`, deal, tx.Visible("o.row_id"))
	if err != nil || len(found) == 0 {
		return nothing(deal), err
	}
	return found[0], nil
}

func addFacts(tx *db.Tx, f Facts) error { return db.Insert(tx, "strategy_facts", f) }

// replaceFacts writes over the version that somebody has read.
func replaceFacts(tx *db.Tx, f Facts) error {
	return tx.Replace(`UPDATE strategy_facts SET incumbent = ?, changeable = ?, changeable_until = ?, divisible = ?, part = ?, part_ratio = ?, evidence = ?,
		by_id = ?, by_name = ?, said_on = ?, version = version + 1 WHERE opportunity_id = ? AND version = ? AND EXISTS
		(SELECT 1 FROM opportunities o WHERE o.id = strategy_facts.opportunity_id AND ?)`,
		f.Incumbent, f.Changeable, f.Until, f.Divisible, f.Part, f.Ratio, f.Evidence, f.ByID, f.By, f.On, f.Deal, f.Version, tx.Visible("o.row_id"))
}

const choiceColumns = `c.id, c.opportunity_id, c.number, c.strategy, c.advised, c.reason, c.ratio, c.gate, c.config, c.by_id, c.by_name, c.chosen_on`

// choices are those of a deal, the latest first.
func choices(tx *db.Tx, deal kernel.ID) ([]Chosen, error) {
	return db.List[Chosen](tx, `SELECT `+choiceColumns+` FROM strategy_choices c JOIN opportunities o ON o.id = c.opportunity_id
		WHERE c.opportunity_id = ? AND ? ORDER BY c.number DESC`, deal, tx.Visible("o.row_id"))
}

func addChoice(tx *db.Tx, c Chosen) error { return db.Insert(tx, "strategy_choices", c) }

// last is true for the choice that counts.
const last = `c.number = (SELECT max(n.number) FROM strategy_choices n WHERE n.opportunity_id = c.opportunity_id)`

// records are how often each strategy has won in the deals in sight.
func records(tx *db.Tx) ([]Record, error) {
	return db.List[Record](tx, `SELECT c.strategy, sum(CASE WHEN o.state IN ('won', 'lost') THEN 1 ELSE 0 END) AS ended,
		sum(CASE WHEN o.state = 'won' THEN 1 ELSE 0 END) AS won, sum(CASE WHEN o.state IN ('won', 'lost') THEN 0 ELSE 1 END) AS live,
		sum(CASE WHEN c.strategy <> c.advised THEN 1 ELSE 0 END) AS other
		FROM strategy_choices c JOIN opportunities o ON o.id = c.opportunity_id WHERE `+last+` AND ? GROUP BY c.strategy`, tx.Visible("o.row_id"))
}

// logged is a choice with its deal, as an export names it.
type logged struct {
	Chosen
	Code  string `db:"code"`
	Name  string `db:"name"`
	State string `db:"state"`
}

// log are the choices that count of the deals in sight.
func log(tx *db.Tx, take func(logged) error) error {
	return tx.Each(func(scan func(...any) error) error {
		var l logged
		err := scan(&l.Code, &l.Name, &l.State, &l.Strategy, &l.Advised, &l.Reason, &l.Ratio, &l.Gate, &l.By, &l.On)
		if err != nil {
			return err
		}
		return take(l)
	}, `SELECT o.code, o.name, o.state, c.strategy, c.advised, c.reason, c.ratio, c.gate, c.by_name, c.chosen_on
		FROM strategy_choices c JOIN opportunities o ON o.id = c.opportunity_id WHERE `+last+` AND ? ORDER BY c.id`, tx.Visible("o.row_id"))
}

// count is how many choices count.
func count(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM strategy_choices c JOIN opportunities o ON o.id = c.opportunity_id WHERE `+last+` AND ?`, tx.Visible("o.row_id"))
}
