package evaluation

import (
	"encoding/json"

	"erba/kernel"
	"erba/platform/db"
)

type ruleRow struct {
	Version  int64       `db:"version"`
	Rules    string      `db:"rules"`
	Reason   string      `db:"reason"`
	By       kernel.ID   `db:"by_id"`
	Approver kernel.ID   `db:"approver_id"`
	On       kernel.Date `db:"decided_on"`
}

// rules is the version that holds.
func rules(tx *db.Tx) (s Setting, err error) {
	rows, err := db.List[ruleRow](tx, `SELECT r.version, r.rules, r.reason, r.by_id, r.approver_id, r.decided_on
		FROM evaluation_rules r WHERE ? ORDER BY r.version DESC LIMIT 1`, tx.Shared())
	if err != nil || len(rows) == 0 {
		return Setting{Version: 1, Rules: Default()}, err
	}
	r := rows[0]
	s = Setting{Version: r.Version, Reason: r.Reason, By: r.By, Approver: r.Approver, On: r.On}
	return s, json.Unmarshal([]byte(r.Rules), &s.Rules)
}
