package visit

import (
	"erba/kernel"
	"erba/platform/db"
)

// filed is what somebody has written down about an account and its people.
type filed struct {
	Basic     int64 `db:"basic"`
	ChangedAt int64 `db:"changed_at"`
	People    int64 `db:"people"`
	Titled    int64 `db:"titled"`
	Reachable int64 `db:"reachable"`
	Duties    int64 `db:"duties"`
	Goals     int64 `db:"goals"`
	Manner    int64 `db:"manner"`
	Around    int64 `db:"around"`
	Invoiced  int64 `db:"invoiced"`
}

// fields of the group 基本 that are asked for.
const basics = 10

func filedOf(tx *db.Tx, account kernel.ID) (filed, error) {
	const has = `EXISTS (SELECT 1 FROM contacts c WHERE c.account_id = a.id AND c.gone_on IS NULL AND `
	some := func(what, as string) string { return `, CASE WHEN ` + has + what + `) THEN 1 ELSE 0 END AS ` + as }
	filled := ""
	for _, column := range []string{"name", "code", "region", "city", "industry", "ownership", "phone", "source"} {
		filled += `CASE WHEN a.` + column + ` <> '' THEN 1 ELSE 0 END + `
	}
	return db.Find[filed](tx, `SELECT `+filled+`CASE WHEN a.employees IS NOT NULL THEN 1 ELSE 0 END + CASE WHEN a.revenue_minor IS NOT NULL THEN 1 ELSE 0 END AS basic,
		a.changed_at`+some(`1 = 1`, `people`)+some(`c.title <> ''`, `titled`)+some(`(c.phone <> '' OR c.mail <> '' OR c.wechat <> '')`, `reachable`)+
		some(`c.duties <> ''`, `duties`)+some(`c.goals <> ''`, `goals`)+some(`c.manner <> ''`, `manner`)+
		some(`(c.colleagues <> '' OR c.partners <> '')`, `around`)+`,
		CASE WHEN EXISTS (SELECT 1 FROM invoices i WHERE i.account_id = a.id) THEN 1 ELSE 0 END AS invoiced
		FROM accounts a WHERE a.id = ? AND ?`, account, tx.Visible("a.id"))
}
