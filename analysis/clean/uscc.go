package clean

import (
	"errors"
	"strings"
)

// usccDigits are the 31 digits of a unified social credit code, in the order of
// their values (GB 32100-2015).
const usccDigits = "0123456789ABCDEFGHJKLMNPQRTUWXY"

var (
	errUSCCLength = errors.New("a unified social credit code has 18 characters")
	errUSCCDigit  = errors.New("a unified social credit code has no I, O, S, V, Z")
	errUSCCCheck  = errors.New("the last character of the unified social credit code does not fit the others")
)

// USCC reports why a text is no unified social credit code: its last character
// is a check of the others, each weighted by a power of three, modulo 31.
func USCC(code string) error {
	if len(code) != 18 {
		return errUSCCLength
	}
	sum, weight := 0, 1
	for _, c := range code[:17] {
		value := strings.IndexRune(usccDigits, c)
		if value < 0 {
			return errUSCCDigit
		}
		sum += value * weight
		weight = weight * 3 % 31
	}
	if strings.IndexByte(usccDigits, code[17]) != (31-sum%31)%31 {
		return errUSCCCheck
	}
	return nil
}
