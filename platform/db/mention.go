package db

import (
	"slices"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"

	"erba/kernel"
)

// Mention is a text, or a piece of a file, in which a term stands.
type Mention struct {
	Column string    `db:"column_name"`
	Row    kernel.ID `db:"id"` // where the table has IDs
	Text   string    `db:"text"`
}

// Tables names all tables there are, whoever made them.
func (t *Tx) Tables() ([]string, error) { return List[string](t, t.dia.tables()) }

// Mentions looks for terms in every column of a table that can hold them, in
// texts as they are typed and in files as they are encoded. The table is one of Tables.
func (t *Tx) Mentions(table string, terms []string, limit int) (all []Mention, err error) {
	if len(terms) == 0 {
		return nil, nil
	}
	columns, err := t.columns(table)
	if err != nil {
		return nil, err
	}
	id := "NULL"
	if slices.ContainsFunc(columns, func(c column) bool { return c.Name == "id" && c.numbers() }) {
		id = "id"
	}
	for _, c := range columns {
		shown, holds := c.Name, t.Naming
		switch {
		case c.bytes():
			shown, holds = "''", t.NamingInside
		case !c.texts():
			continue
		}
		some, err := List[Mention](t, `SELECT CAST(? AS TEXT) AS column_name, `+id+` AS id, `+shown+` AS text FROM `+table+` WHERE ? LIMIT ?`,
			c.Name, holds(c.Name, terms), limit)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// column is one of a table, with its type in the words of PostgreSQL or SQLite.
type column struct {
	Name string `db:"name"`
	Type string `db:"type"`
}

func (c column) texts() bool { return strings.EqualFold(c.Type, "text") }
func (c column) bytes() bool {
	return strings.EqualFold(c.Type, "bytea") || strings.EqualFold(c.Type, "blob")
}
func (c column) numbers() bool {
	return strings.EqualFold(c.Type, "bigint") || strings.EqualFold(c.Type, "integer")
}

func (t *Tx) columns(table string) ([]column, error) {
	if t.dia == onPostgres {
		return List[column](t, `SELECT column_name AS name, data_type AS type FROM information_schema.columns
			WHERE table_schema = current_schema() AND table_name = ? ORDER BY ordinal_position`, table)
	}
	return List[column](t, `SELECT name, type FROM pragma_table_info(?) ORDER BY cid`, table)
}

var wild = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// Naming is true for texts in which one of the terms stands, in either case.
func (t *Tx) Naming(column string, terms []string) Cond {
	c := Cond{Text: "1 = 0"}
	if len(terms) == 0 {
		return c
	}
	for _, term := range terms {
		c.Args = append(c.Args, "%"+wild.Replace(strings.ToLower(term))+"%")
	}
	c.Text = "(" + strings.Repeat(" OR lower("+column+`) LIKE ? ESCAPE '\'`, len(terms))[4:] + ")"
	return c
}

// NamingInside is true for files in which one of the terms stands, in UTF-8 or in GB 18030.
func (t *Tx) NamingInside(column string, terms []string) Cond {
	one := " OR instr(" + column + ", ?) > 0"
	if t.dia == onPostgres {
		one = " OR position(CAST(? AS bytea) IN " + column + ") > 0"
	}
	c := Cond{Text: "1 = 0"}
	if len(terms) == 0 {
		return c
	}
	for _, term := range terms {
		c.Args = append(c.Args, []byte(term))
		if chinese, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(term)); err == nil && string(chinese) != term {
			c.Args = append(c.Args, chinese)
		}
	}
	c.Text = "(" + strings.Repeat(one, len(c.Args))[4:] + ")"
	return c
}
