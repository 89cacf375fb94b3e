package dev.bongsu.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Makes up articles and queries with the shape of real ones: Korean and English, two to six
/// kilobytes, frequent and rare words as in news, names that nobody has. The same seed gives the
/// same.
public final class NewsGenerator {
  private static final List<String> NOUNS =
      words(
          "정부 회의 대책 시장 기업 경찰 조사 발표 국회 법안 안보 사이버 공격 해킹 정보 보안 미국 중국 일본 북한 러시아 협력 협정 수출"
              + " 반도체 금리 환율 부동산 주택 병원 학교 대학 연구 기술 인공지능 데이터 서비스 고객 유출 사고 피해 시민 지역 서울 부산 대구"
              + " 광주 예산 투자 산업 에너지 전력 원전 기후 태풍 지진 화재 교통 철도 항공 공항 선거 후보 대통령 장관 의원 검찰 법원 재판"
              + " 판결 혐의 구속 수사 범죄 마약 사기 피싱 랜섬웨어 악성코드 취약점 제재 관세 무역 전쟁 휴전 미사일 훈련 군사 동맹 외교 정상회담"
              + " 유엔 나토 난민 인권 노동 파업 임금 일자리 복지 연금 의료 의사 환자 백신 감염 축구 야구 올림픽 선수 감독 영화 드라마 음악"
              + " 공연 전시 관광 축제 음식 농업 어업 물가 소비 배터리 전기차 자동차 조선 철강 통신 방송 언론 플랫폼 게임 로봇 우주 위성 발사"
              + " 개인정보 사이버안보 국가정보원 한국인터넷진흥원 과학기술정보통신부 공정거래위원회 금융위원회 외교부 국방부");
  private static final List<String> VERBS =
      words(
          "밝혔다 발표했다 강조했다 열렸다 늘었다 줄었다 지적했다 요구했다 추진한다 검토하고있다 전망된다 나타났다 확인됐다 체결했다 공개했다 결정했다"
              + " 시작됐다 마쳤다 설명했다 합의했다");
  private static final List<String> PARTICLES = words("은 는 이 가 을 를 의 에 에서 와 과 도 로 으로 에게 까지 부터");
  private static final List<String> SYLLABLES =
      words(
          "가 나 다 라 마 바 사 아 자 차 카 타 파 하 강 남 도 루 모 보 서 온 주 천 코 토 피 한 경 금 능 두 로 명 별 새 영 진 초"
              + " 큰 태 평 해 건 광 늘 단 림 문");
  private static final List<String> SURNAMES = words("김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황");
  private static final List<String> FIRMS = words("전자 바이오 테크 물산 에너지 소프트 시스템즈 중공업 제약 모빌리티");
  private static final List<String> ENGLISH =
      words(
          "government market company police report bank attack hackers data security network"
              + " minister agreement talks summit trade export chip energy climate storm hospital"
              + " patients school research technology election court trial charges sanctions war"
              + " ceasefire missile troops border refugees workers strike wages inflation rates"
              + " investors shares startup software vulnerability ransomware malware breach privacy"
              + " regulator fine lawsuit merger factory satellite launch rocket virus vaccine"
              + " football league coach film festival museum");
  private static final List<String> FUNCTION_WORDS =
      words("the of and to in for on with that by as at from after over said would has have its");
  private static final List<String> ACRONYMS =
      words("AI IT US EU KISA NATO FBI CISA APT37 GPU HBM 5G");
  private static final int NAMES = 60_000;

  private final Random random;
  private final List<String> names = new ArrayList<>();
  private List<String> nouns = NOUNS;
  private List<String> english = ENGLISH;
  private List<String> people = List.of();
  private String acronym = "";

  public NewsGenerator(long seed) {
    random = new Random(seed);
    Random naming = new Random(7);
    for (int i = 0; i < NAMES; i++) {
      names.add(name(naming));
    }
  }

  private static List<String> words(String all) {
    return List.of(all.split(" "));
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String name(Random random) {
    String two = pick(random, SYLLABLES) + pick(random, SYLLABLES);
    return switch (random.nextInt(4)) {
      case 0 -> pick(random, SURNAMES) + two;
      case 1 -> two + pick(random, FIRMS);
      case 2 -> two + pick(random, SYLLABLES) + pick(random, SYLLABLES);
      default -> {
        String word = pick(random, ENGLISH) + pick(random, ENGLISH);
        yield Character.toUpperCase(word.charAt(0)) + word.substring(1);
      }
    };
  }

  /// What one article is about: a few words again and again.
  private List<String> pickTopicWords(List<String> from, int size) {
    return Stream.generate(() -> pick(random, from)).limit(size).toList();
  }

  /// A few words are everywhere, most are rare.
  private String pickSkewed(List<String> from) {
    double skewed = Math.pow(random.nextDouble(), 2);
    return from.get((int) (skewed * from.size()));
  }

  /// Title, line feed, body.
  public String article() {
    boolean korean = random.nextInt(4) > 0;
    nouns = pickTopicWords(NOUNS, 16);
    english = pickTopicWords(ENGLISH, 30);
    people = pickTopicWords(names, 20);
    acronym = pick(random, ACRONYMS);
    int length = korean ? 700 + random.nextInt(1400) : 2000 + random.nextInt(4000);
    StringBuilder text = new StringBuilder(sentence(korean).replace(".", "")).append('\n');
    while (text.length() < length) {
      text.append(sentence(korean)).append(random.nextInt(5) == 0 ? "\n" : " ");
    }
    return text.toString();
  }

  private String sentence(boolean korean) {
    StringBuilder sentence = new StringBuilder();
    for (int i = 5 + random.nextInt(9); i > 0; i--) {
      sentence.append(korean ? koreanWord() : englishWord()).append(' ');
    }
    return sentence + (korean ? pickSkewed(VERBS) : pickSkewed(english)) + ".";
  }

  private String koreanWord() {
    String word = random.nextInt(9) == 0 ? pickSkewed(people) : pickSkewed(nouns);
    return switch (random.nextInt(8)) {
      case 0, 1 -> word;
      case 2 -> word + pickSkewed(nouns);
      case 3 -> random.nextInt(3) == 0 ? acronym : word + ",";
      default -> word + pickSkewed(PARTICLES);
    };
  }

  private String englishWord() {
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3, 4 -> pick(random, FUNCTION_WORDS);
      case 5 -> pickSkewed(people);
      case 6 -> acronym;
      default -> pickSkewed(english);
    };
  }

  /// A name, some of them more often than others.
  public String name() {
    return pickSkewed(names);
  }

  private String keyword() {
    return switch (random.nextInt(24)) {
      case 0 -> random.nextInt(3) > 0 ? pick(random, NOUNS) : pick(random, ACRONYMS);
      case 1, 2, 3, 4, 5, 6 -> pick(random, NOUNS) + pick(random, NOUNS);
      case 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21 -> pickSkewed(names);
      default -> pick(random, ENGLISH);
    };
  }

  /// A query as people write them: mostly one word or two, now and then more.
  public String query() {
    String word = keyword();
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> word;
      case 8, 9, 10, 11, 12 -> word + " " + keyword();
      case 13 -> word + " " + keyword() + " " + keyword();
      case 14, 15 -> word + " -" + keyword();
      case 16 -> "\"" + word + " " + keyword() + "\"";
      case 17 -> word + " OR " + keyword();
      case 18 -> "(" + word + " OR " + keyword() + ") " + keyword();
      default -> word.length() < 4 ? word : word + "*";
    };
  }
}
