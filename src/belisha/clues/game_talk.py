"""Both sides talk about playing: raids, trades, builds."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene


class GameTalk(PhraseClue):
    """Innocence: a game is what the talk is about."""

    family = Family.INNOCENCE
    decibans = -3
    means = "Both sides talk about the game itself."
    told = "You talk about the game."
    innocent = "It is the innocent explanation itself; it is also where many offenders begin, so it counts little."
    phrases = (
        (
            r"\b(?:gg+s?|ggwp|gl hf|1v1|2v2|pvp|pve|afk|respawn|nerf\w*|buff(?:ed|s)?|spawn(?:ed|s)?|loot\w*|raid(?:s|"
            r"ing)?|boss(?:es)?|dungeons?|clan|guild|lobby|ranked|elo|kd|k d|headshot|clutch\w*|grind(?:ing)?|dps|"
            r"healer|healing|tank(?:ing)?|mana|xp|lvl \d+|level \d+)\b"
        ),
        (
            r"\b(?:trade|trading|swap) (?:\w+ ){0,3}(?:for|window|me|u|you)\b.{0,30}\b(?:gems?|coins?|wings|cape|skin|"
            r"pet|item|legendary|mythic|robux|knife|sword|card|dungeon|safe|ur|your)\b|\b(?:minecraft|fortnite|roblox|"
            r"valorant|fifa|overwatch|league|genshin|among us|rocket league|brawl stars|clash royale|apex|cod|warzone|"
            r"mario ?kart|zelda|pokemon|terraria|adopt me|blox fruits)\b"
        ),
        (
            r"\b(?:my|ur|your|the|that|our|nice|sick) (?:base|build|server|world|realm|loadout|deck|team comp|"
            r"redstone|farm|creeper|pickaxe|squad|island|elytra|diamond\w*)\b"
        ),
    )
    examples = (
        seen("a: gg that was close", "b: yeah the last boss was hard"),
        seen("a: nice build", "b: my base is bigger"),
        seen("a: minecraft tonight?", "b: yes on the server, raid at 8"),
        unseen("a: gg", "b: who are you"),
        unseen("a: do you play games", "b: no"),
        unseen("a: gg", "a: raid at 8"),
    )
    sources = ("layout 8.5 (spotting and excusing are separate)",)

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Where both sides do, and in several messages."""
        talk = [said for said in scene.before(20) if self.name in said.clues]
        if any(scene.by_other(said) for said in talk):
            yield self.sighting(scene, min(1.0, 0.3 + 0.2 * len(talk)))
