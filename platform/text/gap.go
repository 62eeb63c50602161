package text

import (
	"fmt"
	"regexp"
)

// gap is a place for a value, or for a word that depends on whether it is one:
// "{{days}} {{days, day|days}} late".
var gap = regexp.MustCompile(`{{(\w+)(?:, *([^|{}]*)\|([^|{}]*))?}}`)

// fill is what stands in a gap; a gap without a value stays as it is.
func fill(found string, args map[string]any) string {
	parts := gap.FindStringSubmatch(found)
	value, ok := args[parts[1]]
	switch said := fmt.Sprint(value); {
	case !ok:
		return found
	case len(found) == len(parts[1])+len("{{}}"):
		return said
	case said == "1":
		return parts[2]
	default:
		return parts[3]
	}
}
