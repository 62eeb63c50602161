package permission

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Say finds the words of a text key.
type Say func(key string, args map[string]any) string

// Page is the matrix and the data classes as a page of the documentation.
func Page(t Table, classes map[string]string, nightly []string, say Say) string {
	var b strings.Builder
	word := func(key string) string { return say(key, nil) }
	fmt.Fprintf(&b, "# %s\n\n%s\n\n", word("permission.permissions"), word("permission.page_says"))
	for _, letter := range Letters {
		fmt.Fprintf(&b, "- **%c** %s\n", letter, word(letterKey(letter)))
	}
	fmt.Fprintf(&b, "\n|  |%s\n|---|%s\n", columns(t.Roles, func(role string) string { return word(RoleKey(role)) }), strings.Repeat(":-:|", len(t.Roles)))
	for _, r := range t.Rows {
		fmt.Fprintf(&b, "| %s `%s` |%s\n", word(r.Key()), r.Grant, columns(t.Roles, r.cell))
	}
	fmt.Fprintf(&b, "\n%s\n\n", word("permission.nightly"))
	for _, kind := range nightly {
		fmt.Fprintf(&b, "- `%s`\n", kind)
	}
	writeLimits(&b, t.Limits, say)
	fmt.Fprintf(&b, "\n## %s\n\n%s\n", word("permission.classes"), word("permission.classes_say"))
	writeClasses(&b, classes)
	return b.String()
}

// Key is the text that says in words what is done.
func (r Row) Key() string { return "permission." + strings.ReplaceAll(r.Grant, ":", "_") }

func letterKey(letter rune) string { return "permission.letter_" + string(letter) }

// RoleKey is the text that names a role.
func RoleKey(role string) string {
	if role == "operator" {
		return "permission.operator"
	}
	return "identity.role." + role
}

func columns(names []string, write func(string) string) (line string) {
	for _, name := range names {
		line += " " + write(name) + " |"
	}
	return line
}

// writeClasses lists the columns of every table by their classes.
func writeClasses(b *strings.Builder, classes map[string]string) {
	tables := map[string]map[string][]string{}
	for _, name := range slices.Sorted(maps.Keys(classes)) {
		table, column, _ := strings.Cut(name, ".")
		if tables[table] == nil {
			tables[table] = map[string][]string{}
		}
		tables[table][classes[name]] = append(tables[table][classes[name]], column)
	}
	fmt.Fprint(b, "\n|  |  |  |\n|---|---|---|\n")
	for _, table := range slices.Sorted(maps.Keys(tables)) {
		for _, class := range slices.Sorted(maps.Keys(tables[table])) {
			fmt.Fprintf(b, "| %s | %s | %s |\n", table, class, strings.Join(tables[table][class], ", "))
		}
	}
}

// writeLimits lists how much leaves and comes in.
func writeLimits(b *strings.Builder, limits []Limit, say Say) {
	fmt.Fprintf(b, "\n## %s\n\n%s\n", say("permission.limits", nil), say("permission.limits_say", nil))
	fmt.Fprintf(b, "\n|  | %s | %s |\n|---|---|---|\n", say("permission.limit_export", nil), say("permission.limit_import", nil))
	for _, l := range limits {
		fmt.Fprintf(b, "| %s | %s | %s |\n", say(RoleKey(l.Role), nil), l.Export.said(say), l.Import.said(say))
	}
}

// said is a cap in words; without one nothing is allowed.
func (c *Cap) said(say Say) string {
	if c == nil {
		return "–"
	}
	return say(c.key(), map[string]any{"rows": c.Rows, "hours": c.Hours})
}

func (c *Cap) key() string {
	switch {
	case c.Rows == 0:
		return "permission.limit_none"
	case c.Second:
		return "permission.limit_second"
	case c.Hours > 0:
		return "permission.limit_hours"
	}
	return "permission.limit_at_once"
}
