package permission

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Page is the matrix and the data classes as a page of the documentation; say
// finds the words of a text key.
func Page(t Table, classes map[string]string, nightly []string, say func(key string) string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n\n", say("permission.permissions"), say("permission.page_says"))
	for _, letter := range Letters {
		fmt.Fprintf(&b, "- **%c** %s\n", letter, say(letterKey(letter)))
	}
	fmt.Fprintf(&b, "\n|  |%s\n|---|%s\n", columns(t.Roles, func(role string) string { return say(RoleKey(role)) }), strings.Repeat(":-:|", len(t.Roles)))
	for _, r := range t.Rows {
		fmt.Fprintf(&b, "| %s `%s` |%s\n", say(r.Key()), r.Grant, columns(t.Roles, r.cell))
	}
	fmt.Fprintf(&b, "\n%s\n\n", say("permission.nightly"))
	for _, kind := range nightly {
		fmt.Fprintf(&b, "- `%s`\n", kind)
	}
	fmt.Fprintf(&b, "\n## %s\n\n%s\n", say("permission.classes"), say("permission.classes_say"))
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
