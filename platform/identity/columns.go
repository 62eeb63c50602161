package identity

import (
	"slices"
	"strings"
)

// Columns says for each table which columns are of which class: a feature's
// part of the data classes.
//
//	"accounts": {"C0": "id code name"}
type Columns map[string]map[string]string

// Classes are the data classes of security.md, from C0, what a company is, to
// C5, what is sealed; own is what the program notes for itself, and secret what
// never leaves it in any answer, export or log.
var Classes = []string{"C0", "C1", "C2", "C3", "C4", "C4p", "C5", "own", "secret"}

// Classify is the class of every column, by its table and name with a dot
// between. A class that is none stops the program, and so does a column that
// has two.
func Classify(parts ...Columns) map[string]string {
	all := map[string]string{}
	for _, columns := range parts {
		for table, classes := range columns {
			for class, names := range classes {
				for _, name := range strings.Fields(names) {
					if _, twice := all[table+"."+name]; twice || !slices.Contains(Classes, class) {
						panic("identity: " + table + "." + name + " is " + class + ", which is no class or its second")
					}
					all[table+"."+name] = class
				}
			}
		}
	}
	return all
}
