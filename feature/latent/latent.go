// Package latent decides what an account would probably buy and does not yet: what goes together, what others like it buy, and what is due again.
package latent
