// Package interaction decides when who of us was in touch with whom at an account, and how fast we answered.
package interaction
