package checklist

import (
	"testing"

	"erba/analysis/null"
	"pgregory.net/rapid"
)

func TestAtLeast(t *testing.T) {
	tests := map[string]struct {
		answers []Answer
		need    int
		want    Answer
	}{
		"two of three hold":                     {[]Answer{Yes, No, Yes}, 2, Yes},
		"one of three holds":                    {[]Answer{Yes, No, No}, 2, No},
		"two hold whatever is open":             {[]Answer{Yes, Open, Yes}, 2, Yes},
		"the open one would make two":           {[]Answer{Yes, Open, No}, 2, Open},
		"even the open one would not make two":  {[]Answer{No, Open, No}, 2, No},
		"nothing asked, nothing needed":         {nil, 0, Yes},
		"nothing asked, something needed":       {nil, 1, No},
		"all four must hold and one does not":   {[]Answer{Yes, Yes, Yes, No}, 4, No},
		"all four must hold and one is unasked": {[]Answer{Yes, Yes, Yes, Open}, 4, Open},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := Count(tt.answers...).AtLeast(tt.need); got != tt.want {
				t.Errorf("got %s, want %s", got.Key(), tt.want.Key())
			}
		})
	}
}

// Open means exactly that: some ways to answer what is open say yes, others no.
func TestOpenIsWhatAnswersCouldStillTurn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		answers := rapid.SliceOfN(rapid.SampledFrom([]Answer{No, Open, Yes}), 0, 6).Draw(t, "answers")
		need := rapid.IntRange(0, 7).Draw(t, "need")
		low, high := 0, 0
		for _, a := range answers {
			if a == Yes {
				low++
			}
			if a != No {
				high++
			}
		}
		got := Count(answers...).AtLeast(need)
		if (got == Yes) != (low >= need) || (got == No) != (high < need) {
			t.Fatalf("between %d and %d of %d needed: %s", low, high, need, got.Key())
		}
	})
}

func TestReachesKnowsWhatItDoesNotKnow(t *testing.T) {
	if Reaches(5, 5) != Yes || Reaches(4.99, 5) != No || Reaches(null.None, 5) != Open {
		t.Error("5 reaches 5, 4.99 does not, and of what nobody knows nothing is said")
	}
}

func TestAnswersAreReadAsWritten(t *testing.T) {
	for _, a := range []Answer{No, Open, Yes} {
		text, _ := a.MarshalText()
		var back Answer
		if err := back.UnmarshalText(text); err != nil || back != a {
			t.Errorf("%s read as %s, %v", text, back.Key(), err)
		}
	}
	if err := new(Answer).UnmarshalText([]byte("perhaps")); err == nil {
		t.Error("perhaps is no answer")
	}
}
