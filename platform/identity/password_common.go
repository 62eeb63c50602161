package identity

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// commonest are the words that passwords are made of all over the world, and
// those of which China makes them: love by numbers, names, keys side by side.
//
//go:embed common.txt
var commonest string

// fewest is how many characters of a password must be left when everything is
// taken out that is tried first: then what is left takes too long to guess.
const fewest = 6

var words = sync.OnceValue(func() (all map[string]bool) {
	all = map[string]bool{}
	for _, word := range strings.Fields(commonest) {
		all[word] = true
	}
	return all
})

// longestWord is how far a word of the list can reach.
const longestWord = 16

// dressed undoes the letters that are commonly written as signs.
var dressed = strings.NewReplacer("@", "a", "4", "a", "3", "e", "1", "i", "!", "i", "0", "o", "$", "s", "5", "s", "7", "t")

// own is how many characters of a password are its owner's own idea.
func own(password string) int {
	plain := strings.ToLower(password)
	return min(left(plain), left(dressed.Replace(plain)))
}

// left counts the characters that belong to nothing common.
func left(s string) (n int) {
	for s != "" {
		if taken := max(word(s), run(s), date(s)); taken > 0 {
			s = s[taken:]
			continue
		}
		_, size := utf8.DecodeRuneInString(s)
		s, n = s[size:], n+1
	}
	return n
}

// word is the length of the longest common word that s begins with.
func word(s string) int {
	for n := min(len(s), longestWord); n > 1; n-- {
		if words()[s[:n]] {
			return n
		}
	}
	return 0
}

// run is the length of what s begins with, if each character follows from the
// one before: aaaa, 1234, dcba.
func run(s string) int {
	first, at := utf8.DecodeRuneInString(s)
	second, size := utf8.DecodeRuneInString(s[at:])
	step, before, n := second-first, second, 2
	if size == 0 || step < -1 || step > 1 {
		return 0
	}
	for at += size; at < len(s); n++ {
		next, size := utf8.DecodeRuneInString(s[at:])
		if next-before != step {
			break
		}
		at, before = at+size, next
	}
	if n < 3 {
		return 0
	}
	return at
}

// dates are days and years, and the number of a mobile phone.
var dates = regexp.MustCompile(`^(?:1[3-9]\d{9}|(?:19|20)\d\d[-./]?(?:0?[1-9]|1[0-2])[-./]?(?:0?[1-9]|[12]\d|3[01])|(?:19|20)\d\d)`)

func date(s string) int { return len(dates.FindString(s)) }
